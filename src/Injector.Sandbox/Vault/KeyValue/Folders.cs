namespace Injector.Sandbox.Vault.KeyValue;

/// <summary>A flat set of paths seen as folders.</summary>
internal static class Folders
{
    /// <summary>The names in a folder; those of folders end in a slash.</summary>
    /// <param name="paths">All paths.</param>
    /// <param name="folder">The folder, with or without a slash at its end; empty: the root.</param>
    public static IReadOnlySet<string> List(IEnumerable<string> paths, string folder)
    {
        var prefix = folder.Length == 0 ? string.Empty : folder.TrimEnd('/') + "/";
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var slash = path.IndexOf('/', prefix.Length);
            names.Add(slash < 0 ? path[prefix.Length..] : path[prefix.Length..(slash + 1)]);
        }

        return names;
    }
}
