using System.Text.Json;

namespace Injector.Kube.Admission;

/// <summary>What an API server asks: may this object be stored, and how should it be changed. Valid as long as its review is not disposed.</summary>
public sealed record AdmissionRequest
{
    /// <summary>The version the review came in and is answered in.</summary>
    public required AdmissionVersion Version { get; init; }

    /// <summary>Identifies the request; copied into the answer. Empty when the caller gave none.</summary>
    public required string Uid { get; init; }

    /// <summary>Namespace of the object; empty when the caller gave none.</summary>
    public required string Namespace { get; init; }

    /// <summary>Name of the object; empty when it will be generated.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of the object, for example <c>Pod</c>; empty when the caller gave none.</summary>
    public required string Kind { get; init; }

    /// <summary><c>CREATE</c>, <c>UPDATE</c>, …; empty when the caller gave none.</summary>
    public required string Operation { get; init; }

    /// <summary>The object as it was sent; of kind <see cref="JsonValueKind.Undefined"/> when there is none.</summary>
    public required JsonElement Object { get; init; }
}
