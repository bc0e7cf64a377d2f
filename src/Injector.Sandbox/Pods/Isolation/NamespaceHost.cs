using System.Globalization;

namespace Injector.Sandbox.Pods.Isolation;

/// <summary>Runs containers in namespaces of their own. All files of the pod live in a memory file system that only the pod sees.</summary>
internal sealed class NamespaceHost : IContainerHost
{
    private readonly NamespaceKeeper _keeper;
    private readonly string _mountPoint;

    private NamespaceHost(NamespaceKeeper keeper, string mountPoint)
    {
        _keeper = keeper;
        _mountPoint = mountPoint;
        Directory = new HostPath(mountPoint, keeper.Root + mountPoint);
    }

    public PodIsolation Isolation => PodIsolation.Namespaces;

    public HostPath Directory { get; }

    public static async Task<NamespaceHost?> TryCreateAsync(CancellationToken cancellationToken)
    {
        if (await NamespaceKeeper.TryStartAsync(cancellationToken) is not { } keeper)
        {
            return null;
        }

        var host = new NamespaceHost(keeper, TemporaryFolders.Create());
        try
        {
            await keeper.RunInsideAsync([Processes.SystemTool.Require("mount"), "-t", "tmpfs", "-o", "mode=0755", "injector-pod", host._mountPoint], cancellationToken);
            return host;
        }
        catch (PodSpecificationException)
        {
            // Root without the right to mount, as in most containers: the caller falls back.
            await host.DisposeAsync();
            return null;
        }
    }

    public Task MountMemoryAsync(HostPath path, long? sizeLimitBytes, CancellationToken cancellationToken)
    {
        var options = sizeLimitBytes is { } size ? string.Create(CultureInfo.InvariantCulture, $"mode=0777,size={size}") : "mode=0777";
        return _keeper.RunInsideAsync([Processes.SystemTool.Require("mount"), "-t", "tmpfs", "-o", options, "memory", path.Inside], cancellationToken);
    }

    public async Task<IContainerBox> PrepareAsync(ContainerPlan plan, CancellationToken cancellationToken)
    {
        var root = new ContainerRoot(Directory, plan);
        root.Build();
        var table = Directory.Child($"{plan.Id}.fstab");
        await File.WriteAllTextAsync(table.Reachable, root.Mounts.ToString(), cancellationToken);
        await _keeper.RunInsideAsync([Processes.SystemTool.Require("mount"), "--all", "--fstab", table.Inside], cancellationToken);
        return new NamespaceBox(_keeper, root, plan);
    }

    public async ValueTask DisposeAsync()
    {
        await _keeper.DisposeAsync();
        System.IO.Directory.Delete(_mountPoint);
    }
}
