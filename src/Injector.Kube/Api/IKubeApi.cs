namespace Injector.Kube.Api;

/// <summary>The few calls we make to the Kubernetes API. Failures are answers, not exceptions; only cancellation is thrown.</summary>
public interface IKubeApi
{
    /// <summary>Reads any path, for example <c>/version</c> or an object.</summary>
    Task<KubeAnswer> GetAsync(string path, CancellationToken cancellationToken);

    /// <summary>Creates an object; <see cref="KubeStatus.Conflict"/> when it exists.</summary>
    Task<KubeAnswer> CreateAsync(KubePath path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);

    /// <summary>Replaces an object; <see cref="KubeStatus.Conflict"/> when its resource version is not the one in <paramref name="body"/>.</summary>
    Task<KubeAnswer> ReplaceAsync(KubePath path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);

    /// <summary>Applies a JSON Patch.</summary>
    Task<KubeAnswer> PatchAsync(KubePath path, ReadOnlyMemory<byte> patch, CancellationToken cancellationToken);

    /// <summary>Changes of one object, or of a whole collection, after <paramref name="resourceVersion"/>, until the server or the network ends the stream.</summary>
    IAsyncEnumerable<KubeChange> WatchAsync(KubePath path, string resourceVersion, CancellationToken cancellationToken);
}
