namespace Injector.TestKit.Webhooks;

/// <summary>What the kubelet mounts for a pod's calls of the API server, in a folder of its own.</summary>
public sealed class ServiceAccountFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Writes the files.</summary>
    /// <param name="authorityPem">What the API server's certificate is checked with.</param>
    /// <param name="token">Who the pod is.</param>
    /// <param name="namespace">Where the pod is.</param>
    public ServiceAccountFolder(string authorityPem, string token, string @namespace)
    {
        File.WriteAllText(_folder.PathOf("ca.crt"), authorityPem);
        File.WriteAllText(_folder.PathOf("token"), token);
        File.WriteAllText(_folder.PathOf("namespace"), @namespace);
    }

    /// <summary>The folder.</summary>
    public string FullName => _folder.FullName;

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
