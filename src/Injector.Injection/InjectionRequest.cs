using System.Text.Json;

namespace Injector.Injection;

/// <summary>One pod about to be created.</summary>
public sealed record InjectionRequest
{
    /// <summary>The pod as the API server sends it. <see cref="JsonValueKind.Undefined"/> or null: there is none.</summary>
    public required JsonElement Pod { get; init; }

    /// <summary>The namespace of the admission request. The pod's own field may be empty.</summary>
    public required string Namespace { get; init; }

    /// <summary>Annotations of that namespace; those under our prefixes are defaults for its pods. Empty when unknown.</summary>
    public IReadOnlyDictionary<string, string> NamespaceAnnotations { get; init; } = new Dictionary<string, string>();
}
