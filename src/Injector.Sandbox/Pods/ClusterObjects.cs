namespace Injector.Sandbox.Pods;

/// <summary>The ConfigMaps and Secrets of the cluster that a pod believes to run in.</summary>
public sealed class ClusterObjects
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, byte[]>> _configMaps = [];
    private readonly Dictionary<string, IReadOnlyDictionary<string, byte[]>> _secrets = [];
    private readonly Dictionary<string, byte[]> _rootAuthority = new() { ["ca.crt"] = [] };

    /// <summary>Adds a ConfigMap.</summary>
    /// <param name="namespaceName">Its namespace.</param>
    /// <param name="name">Its name.</param>
    /// <param name="entries">Key → content.</param>
    public void AddConfigMap(string namespaceName, string name, IReadOnlyDictionary<string, byte[]> entries) => _configMaps[$"{namespaceName}/{name}"] = entries;

    /// <summary>Adds a Secret.</summary>
    /// <param name="namespaceName">Its namespace.</param>
    /// <param name="name">Its name.</param>
    /// <param name="entries">Key → content.</param>
    public void AddSecret(string namespaceName, string name, IReadOnlyDictionary<string, byte[]> entries) => _secrets[$"{namespaceName}/{name}"] = entries;

    /// <summary>Sets the content of <c>ca.crt</c> in the ConfigMap <c>kube-root-ca.crt</c> that every namespace has.</summary>
    /// <param name="content">PEM certificates.</param>
    public void SetRootAuthority(byte[] content) => _rootAuthority["ca.crt"] = content;

    internal IReadOnlyDictionary<string, byte[]>? ConfigMap(string namespaceName, string name) =>
        _configMaps.GetValueOrDefault($"{namespaceName}/{name}") ?? (name == "kube-root-ca.crt" ? _rootAuthority : null);

    internal IReadOnlyDictionary<string, byte[]>? Secret(string namespaceName, string name) => _secrets.GetValueOrDefault($"{namespaceName}/{name}");
}
