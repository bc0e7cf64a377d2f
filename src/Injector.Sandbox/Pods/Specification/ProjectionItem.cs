using System.Text.Json;

namespace Injector.Sandbox.Pods.Specification;

/// <summary>One file of a projection: from a key of an object, or from a field of the pod.</summary>
internal sealed record ProjectionItem(string Key, string Path, long? Mode, VariableSource? Field)
{
    public static IReadOnlyList<ProjectionItem> ReadAll(JsonElement source) =>
    [
        .. source.Items("items").Select(item => new ProjectionItem(
            item.Text("key") ?? string.Empty,
            item.RequiredText("path"),
            item.Number("mode"),
            item.Child("fieldRef") is not null || item.Child("resourceFieldRef") is not null ? VariableSource.Read(item) : null)),
    ];
}
