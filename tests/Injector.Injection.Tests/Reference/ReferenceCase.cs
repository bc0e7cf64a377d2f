using System.Text.Json.Nodes;

namespace Injector.Injection.Tests.Reference;

/// <summary>One recorded admission request with the reference injector's answer.</summary>
public sealed record ReferenceCase(string Id, string Group, string Profile, JsonObject Request, JsonObject Expected, JsonArray? AnyOf, IReadOnlyList<string>? QuirkPaths)
{
    public JsonNode? Pod => Request["object"];

    public bool IsQuirk => QuirkPaths is not null;

    public override string ToString() => Id;
}
