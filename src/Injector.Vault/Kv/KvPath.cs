namespace Injector.Vault.Kv;

/// <summary>Puts <c>data/</c> or <c>metadata/</c> between mount and secret, as users of KV version 2 expect it to happen for them.</summary>
public static class KvPath
{
    private const string Content = "data";
    private const string Metadata = "metadata";
    private const string Subkeys = "subkeys";

    /// <summary>Rewrites a path of a KV version 2 mount.</summary>
    /// <param name="path">The template's path.</param>
    /// <param name="mount">The mount, with or without trailing slash, without the request's namespace.</param>
    /// <param name="operation">What is wanted.</param>
    /// <returns>The server's path.</returns>
    public static string Rewrite(string path, string mount, KvOperation operation)
    {
        var root = mount.TrimEnd('/');
        var folder = operation == KvOperation.List ? Metadata : Content;
        if (!IsBelow(path, root))
        {
            return path;
        }

        var rest = path.Length <= root.Length ? "" : path[(root.Length + 1)..];
        if (rest.Length == 0)
        {
            return $"{root}/{folder}";
        }

        return IsComplete(rest, operation) ? path : $"{root}/{folder}/{rest}";
    }

    /// <summary>Whether <paramref name="path"/> is the mount or lies below it.</summary>
    /// <param name="path">A path.</param>
    /// <param name="mount">A mount, with or without trailing slash.</param>
    /// <returns>True when the mount serves the path.</returns>
    public static bool IsBelow(string path, string mount)
    {
        var root = mount.AsSpan().TrimEnd('/');
        return path.AsSpan().StartsWith(root, StringComparison.Ordinal) && (path.Length == root.Length || path[root.Length] == '/');
    }

    private static bool IsComplete(string rest, KvOperation operation) => operation == KvOperation.List
        ? StartsWithFolder(rest, Metadata) || rest == Metadata
        : StartsWithFolder(rest, Content) || StartsWithFolder(rest, Metadata) || StartsWithFolder(rest, Subkeys);

    private static bool StartsWithFolder(string rest, string folder) =>
        rest.Length > folder.Length && rest[folder.Length] == '/' && rest.StartsWith(folder, StringComparison.Ordinal);
}
