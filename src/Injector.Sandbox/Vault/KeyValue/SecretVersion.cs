using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.KeyValue;

/// <summary>One version of a secret.</summary>
/// <param name="Created">When it was written.</param>
/// <param name="Content">What was written; null once destroyed.</param>
/// <param name="Deletion">From when on it counts as deleted; may lie in the future.</param>
internal sealed record SecretVersion(DateTimeOffset Created, JsonObject? Content, DateTimeOffset? Deletion)
{
    public bool IsDestroyed => Content is null;

    public bool IsDeletedAt(DateTimeOffset now) => Deletion is { } deletion && deletion <= now;

    public JsonObject ToMetadata() => new()
    {
        ["created_time"] = GoTime.Print(Created),
        ["deletion_time"] = Deletion is { } deletion ? GoTime.Print(deletion) : string.Empty,
        ["destroyed"] = IsDestroyed,
    };
}
