using System.Text.Json;

namespace Injector.Sandbox.Pods.Specification;

/// <summary>The pod's own security context, as far as local processes can honour it.</summary>
internal sealed record PodSecurity(long? User, long? Group, long? FilesystemGroup, IReadOnlyList<long> SupplementalGroups)
{
    public static PodSecurity Read(JsonElement? context) => context is not { } element
        ? new PodSecurity(null, null, null, [])
        : new PodSecurity(
            element.Number("runAsUser"),
            element.Number("runAsGroup"),
            element.Number("fsGroup"),
            [.. element.Items("supplementalGroups").Select(item => item.GetInt64())]);

    /// <summary>Every supplementary group of the pod's processes.</summary>
    public IReadOnlyList<long> Groups => FilesystemGroup is { } group ? [group, .. SupplementalGroups] : SupplementalGroups;
}
