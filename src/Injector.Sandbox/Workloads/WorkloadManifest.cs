using System.Text.Json.Nodes;

namespace Injector.Sandbox.Workloads;

/// <summary>The objects of a manifest file.</summary>
public sealed class WorkloadManifest
{
    private WorkloadManifest(IReadOnlyList<JsonObject> objects) => Objects = objects;

    /// <summary>The objects in their order; lists are flattened.</summary>
    public IReadOnlyList<JsonObject> Objects { get; }

    /// <summary>Reads YAML or JSON.</summary>
    /// <param name="text">One or more documents.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="ManifestException">It cannot be read.</exception>
    public static WorkloadManifest Parse(string text) => new([.. YamlDocuments.Read(text).SelectMany(Flatten)]);

    /// <summary>Finds the one object of a kind.</summary>
    /// <param name="kind">For example <c>Deployment</c>.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ManifestException">There is none, or more than one.</exception>
    public JsonObject Single(string kind) => OfKind(kind).ToList() switch
    {
        [var only] => only,
        [] => throw new ManifestException($"The manifest holds no {kind}. It holds: {string.Join(", ", Objects.Select(Kind))}."),
        var several => throw new ManifestException($"The manifest holds {several.Count} objects of kind {kind}."),
    };

    /// <summary>The objects of a kind.</summary>
    /// <param name="kind">For example <c>ServiceAccount</c>.</param>
    /// <returns>The objects in their order.</returns>
    public IEnumerable<JsonObject> OfKind(string kind) => Objects.Where(one => Kind(one) == kind);

    private static string Kind(JsonObject one) => (one["kind"] as JsonValue)?.ToString() ?? "?";

    private static IEnumerable<JsonObject> Flatten(JsonNode document)
    {
        var one = document as JsonObject ?? throw new ManifestException("Every document of a manifest must be an object with 'apiVersion' and 'kind'.");
        return one["items"] is JsonArray items && Kind(one).EndsWith("List", StringComparison.Ordinal) ? items.OfType<JsonObject>() : [one];
    }
}
