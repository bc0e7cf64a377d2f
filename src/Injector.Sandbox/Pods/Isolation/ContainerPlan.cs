namespace Injector.Sandbox.Pods.Isolation;

/// <summary>Everything that decides about the surroundings of one attempt of a container.</summary>
internal sealed record ContainerPlan
{
    /// <summary>Unique in the pod: name and attempt.</summary>
    public required string Id { get; init; }

    public required string Hostname { get; init; }

    public required LocalImage Image { get; init; }

    /// <summary>The volumes, outer paths before inner ones.</summary>
    public required IReadOnlyList<BoundPath> Mounts { get; init; }

    public required string WorkingDirectory { get; init; }

    public required string TerminationMessagePath { get; init; }

    public required long User { get; init; }

    public required long Group { get; init; }

    public required IReadOnlyList<long> SupplementalGroups { get; init; }

    public required bool HasReadOnlyRoot { get; init; }

    public required bool MayGainPrivileges { get; init; }
}
