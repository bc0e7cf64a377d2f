using System.Text.Json.Nodes;

namespace Injector.Sandbox.Workloads;

/// <summary>What pods are made with.</summary>
public sealed record WorkloadPodOptions
{
    /// <summary>The cluster's clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Chooses generated names and ids: numbers from 0 up to but not including 1.</summary>
    public required Func<double> Chance { get; init; }

    /// <summary>The ServiceAccounts of the cluster; one that is not listed has the defaults.</summary>
    public IReadOnlyList<JsonObject> ServiceAccounts { get; init; } = [];
}
