using System.Collections.Concurrent;

namespace Injector.Sandbox.Vault.Namespaces;

/// <summary>The namespaces of the server.</summary>
internal sealed class NamespaceTree
{
    private readonly ConcurrentDictionary<string, VaultNamespace> _children = new(StringComparer.Ordinal);

    public VaultNamespace Root { get; } = new(string.Empty);

    public IEnumerable<VaultNamespace> Children => _children.Values;

    /// <summary>Finds the namespace a request is for: that of its header, or one further down named by the path's first segments.</summary>
    /// <returns>The namespace and the path in it; null when the header names none.</returns>
    public (VaultNamespace Namespace, string Path)? Resolve(string header, string path)
    {
        var full = header.Length == 0 ? path : $"{header}/{path}";
        var inner = Root;
        foreach (var child in _children.Values)
        {
            if (child.Path.Length > inner.Path.Length && full.StartsWith(child.Path, StringComparison.Ordinal))
            {
                inner = child;
            }
        }

        // A path that only looks like a namespace is none; a header must be one.
        return header.Length > 0 && inner.Path.Length <= header.Length ? null : (inner, full[inner.Path.Length..]);
    }

    public VaultNamespace? Find(string path) => path.Length == 0 ? Root : _children.GetValueOrDefault(path);

    public VaultNamespace Add(VaultNamespace child) => _children.GetOrAdd(child.Path, child);

    public bool Remove(string path) => _children.TryRemove(path, out _);
}
