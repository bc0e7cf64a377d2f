namespace Injector.Sandbox.Pods.Isolation;

/// <summary>Gives containers their files and starts their processes. One per pod; everything it made is gone when it is disposed.</summary>
internal interface IContainerHost : IAsyncDisposable
{
    PodIsolation Isolation { get; }

    /// <summary>The pod's own folder.</summary>
    HostPath Directory { get; }

    /// <summary>Puts a memory file system on a folder, where that is possible.</summary>
    Task MountMemoryAsync(HostPath path, long? sizeLimitBytes, CancellationToken cancellationToken);

    /// <summary>Makes the files of one attempt of a container.</summary>
    Task<IContainerBox> PrepareAsync(ContainerPlan plan, CancellationToken cancellationToken);
}
