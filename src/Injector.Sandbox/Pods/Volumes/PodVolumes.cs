using Injector.Sandbox.Pods.Isolation;
using Injector.Sandbox.Pods.Specification;

namespace Injector.Sandbox.Pods.Volumes;

/// <summary>The volumes of a running pod.</summary>
internal sealed class PodVolumes
{
    private const UnixFileMode Everybody = (UnixFileMode)0b111_111_111;
    private readonly PodSpecification _pod;
    private readonly VolumeContent _content;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, HostPath> _paths = [];
    private readonly List<(VolumeSpecification.Projected Volume, ProjectedFolder Folder, TimeSpan RefreshAfter)> _refreshed = [];

    private PodVolumes(PodSpecification pod, VolumeContent content, TimeProvider time) => (_pod, _content, _time) = (pod, content, time);

    public static async Task<PodVolumes> CreateAsync(
        PodSpecification pod, VolumeContent content, IContainerHost host, TimeProvider time, CancellationToken cancellationToken)
    {
        var volumes = new PodVolumes(pod, content, time);
        foreach (var volume in pod.Volumes)
        {
            volumes._paths[volume.Name] = await volumes.CreateAsync(volume, host, cancellationToken);
        }

        return volumes;
    }

    public HostPath Path(string name) => _paths.TryGetValue(name, out var path)
        ? path
        : throw new PodSpecificationException($"A container mounts the volume '{name}', which the pod does not have.");

    /// <summary>Renews tokens until it is cancelled.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => Task.WhenAll(_refreshed.Select(async one =>
    {
        using var timer = new PeriodicTimer(one.RefreshAfter, _time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            one.Folder.Publish(_content.Of(one.Volume).Files);
        }
    }));

    private async Task<HostPath> CreateAsync(VolumeSpecification volume, IContainerHost host, CancellationToken cancellationToken)
    {
        if (volume is VolumeSpecification.HostPath local)
        {
            return new HostPath(local.Path, local.Path);
        }

        var path = host.Directory.Child("volumes").Child(volume.Name);
        Directory.CreateDirectory(path.Reachable);
        if (volume is VolumeSpecification.EmptyDirectory { IsMemory: true } memory)
        {
            await host.MountMemoryAsync(path, memory.SizeLimitBytes, cancellationToken);
        }

        if (volume is VolumeSpecification.EmptyDirectory)
        {
            Share(path);
        }

        if (volume is VolumeSpecification.Projected projected)
        {
            var content = _content.Of(projected);
            var folder = new ProjectedFolder(path.Reachable, _pod.CommonUser() ?? -1, _pod.Security.FilesystemGroup ?? -1);
            folder.Publish(content.Files);
            if (content.RefreshAfter is { } after)
            {
                _refreshed.Add((projected, folder, after));
            }
        }

        return path;
    }

    private void Share(HostPath path)
    {
        var mode = Everybody;
        if (_pod.Security.FilesystemGroup is { } group && Environment.IsPrivilegedProcess)
        {
            Posix.ChangeOwner(path.Reachable, -1, group);
            mode |= UnixFileMode.SetGroup;
        }

        File.SetUnixFileMode(path.Reachable, mode);
    }
}
