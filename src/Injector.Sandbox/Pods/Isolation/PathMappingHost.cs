namespace Injector.Sandbox.Pods.Isolation;

/// <summary>Runs containers as plain processes of this user; every path of a volume is replaced by a folder on this machine.</summary>
internal sealed class PathMappingHost : IContainerHost
{
    public PathMappingHost()
    {
        var path = TemporaryFolders.Create();
        Directory = new HostPath(path, path);
    }

    public PodIsolation Isolation => PodIsolation.PathMapping;

    public HostPath Directory { get; }

    /// <summary>Mounting needs rights; the folder itself has to do.</summary>
    public Task MountMemoryAsync(HostPath path, long? sizeLimitBytes, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IContainerBox> PrepareAsync(ContainerPlan plan, CancellationToken cancellationToken)
    {
        var termination = Directory.Child($"{plan.Id}.termination").Reachable;
        await File.WriteAllBytesAsync(termination, [], cancellationToken);
        var map = new PathMap(
        [
            .. plan.Mounts.Select(mount => KeyValuePair.Create(mount.Target, mount.Source.Reachable)),
            .. plan.Image.Files,
            .. plan.Image.Links.Select(link => KeyValuePair.Create(link.Key, Follow(plan.Image, link.Key, link.Value))),
            KeyValuePair.Create(plan.TerminationMessagePath, termination),
        ]);
        return new PathMappingBox(plan, map, termination);
    }

    public ValueTask DisposeAsync()
    {
        System.IO.Directory.Delete(Directory.Reachable, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Follow(LocalImage image, string path, string target)
    {
        var inside = Path.GetFullPath(target, Path.GetDirectoryName(path) ?? "/");
        return image.Files.GetValueOrDefault(inside, inside);
    }
}
