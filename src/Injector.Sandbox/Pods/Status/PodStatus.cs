using System.Globalization;

namespace Injector.Sandbox.Pods;

/// <summary>A pod at one moment, as the API server would store its status.</summary>
public sealed record PodStatus
{
    /// <summary>The coarse state.</summary>
    public PodPhase Phase { get; init; }

    /// <summary>Whether the pod was deleted and is ending.</summary>
    public bool IsTerminating { get; init; }

    /// <summary>Init containers and sidecars, in the pod's order.</summary>
    public required IReadOnlyList<ContainerStatus> InitContainers { get; init; }

    /// <summary>The app containers, in the pod's order.</summary>
    public required IReadOnlyList<ContainerStatus> Containers { get; init; }

    /// <summary>Every container, init containers first.</summary>
    public IEnumerable<ContainerStatus> AllContainers => InitContainers.Concat(Containers);

    /// <summary>Whether every app container and every sidecar is ready.</summary>
    public bool IsReady => Phase == PodPhase.Running && !IsTerminating &&
        Containers.All(container => container.IsReady) &&
        InitContainers.Where(container => container.Role == ContainerRole.Sidecar).All(container => container.IsReady);

    /// <summary>Whether the pod has ended for good.</summary>
    public bool HasEnded => Phase is PodPhase.Succeeded or PodPhase.Failed;

    /// <summary>The word that <c>kubectl get pod</c> prints under STATUS.</summary>
    public string Summary => PodSummary.Of(this);

    /// <summary>Finds a container.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its status.</returns>
    public ContainerStatus Container(string name) => AllContainers.FirstOrDefault(container => container.Name == name)
        ?? throw new PodSpecificationException(string.Create(CultureInfo.InvariantCulture, $"The pod has no container '{name}'."));
}
