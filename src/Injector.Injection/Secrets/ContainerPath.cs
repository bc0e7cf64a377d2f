namespace Injector.Injection.Secrets;

/// <summary>Paths inside containers: slashes, no disk behind them.</summary>
internal static class ContainerPath
{
    /// <summary>Joins and cleans: dots, double and trailing slashes are resolved, an absolute second part is nested below the first.</summary>
    public static string Join(string folder, string file) =>
        folder.Length == 0 ? Clean(file) : Clean($"{folder}/{file}");

    /// <summary>Resolves <c>.</c>, <c>..</c>, double and trailing slashes by the text alone.</summary>
    public static string Clean(string path)
    {
        var absolute = path.StartsWith('/');
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part.Length == 0 || part == ".")
            {
                continue;
            }

            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (!absolute)
            {
                parts.Add(part);
            }
        }

        var cleaned = string.Join('/', parts);
        return absolute ? $"/{cleaned}" : cleaned.Length == 0 ? "." : cleaned;
    }

    /// <summary>Whether a cleaned path lies below a folder and is not the folder itself.</summary>
    public static bool IsBelow(string path, string folder)
    {
        var cleaned = Clean(folder);
        return cleaned == "/" ? path.Length > 1 && path[0] == '/' : path.StartsWith(cleaned + "/", StringComparison.Ordinal);
    }
}
