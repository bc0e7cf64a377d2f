using Injector.Injection.Pods;

namespace Injector.Injection.Agents;

/// <summary>The containers of the pod that get the files.</summary>
/// <param name="Containers">App containers, with their place in the list.</param>
/// <param name="InitContainers">Init containers, with their place in the list.</param>
internal sealed record MountTargets(
    IReadOnlyList<(int Index, ContainerView Container)> Containers,
    IReadOnlyList<(int Index, ContainerView Container)> InitContainers);
