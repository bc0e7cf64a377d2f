using System.Text;

namespace Injector.Templates.Functions.Paths;

/// <summary>Go's <c>path</c> package: paths with slashes, whatever the system. Texts are taken byte by byte as Latin-1 so that nothing is lost.</summary>
internal static class SlashPath
{
    public static string Base(string path)
    {
        if (path.Length == 0)
        {
            return ".";
        }

        var trimmed = path.TrimEnd('/');
        return trimmed.Length == 0 ? "/" : trimmed[(trimmed.LastIndexOf('/') + 1)..];
    }

    public static string Directory(string path) => Clean(path[..(path.LastIndexOf('/') + 1)]);

    public static string Extension(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name[dot..];
    }

    public static bool IsAbsolute(string path) => path.StartsWith('/');

    /// <summary>The shortest equal path: no empty parts, no dots, no way up that could be taken back.</summary>
    public static string Clean(string path)
    {
        var rooted = IsAbsolute(path);
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".." || !rooted)
            {
                parts.Add(part);
            }
        }

        var joined = new StringBuilder(rooted ? "/" : "").AppendJoin('/', parts).ToString();
        return joined.Length == 0 ? "." : joined;
    }
}
