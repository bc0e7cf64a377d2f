namespace Injector.Rendering.Publishing;

/// <summary>The checked way from a volume's root to a file in it.</summary>
internal sealed record DestinationPath
{
    /// <summary>Prefix of the entries of a volume that belong to publishing itself.</summary>
    public const string ReservedPrefix = "..";

    private DestinationPath(string[] folders, string name)
    {
        Folders = folders;
        Name = name;
    }

    /// <summary>The folders between the root and the file, outermost first.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>The way as text, relative to the root.</summary>
    public string Text => Folders.Count == 0 ? Name : string.Join('/', Folders) + "/" + Name;

    /// <summary>Target of a link at this place that leads into the published generation.</summary>
    public string LinkTarget(string generationLink)
    {
        var target = generationLink + "/" + Text;
        for (var i = 0; i < Folders.Count; i++)
        {
            target = "../" + target;
        }

        return target;
    }

    /// <summary>Checks a path below a root. The reason of a refusal is a part of a sentence.</summary>
    public static DestinationPath? TryCreate(string relative, out string refusal)
    {
        var parts = relative.Split('/', StringSplitOptions.RemoveEmptyEntries);
        refusal = Refuse(relative, parts);
        return refusal.Length == 0 ? new DestinationPath(parts[..^1], parts[^1]) : null;
    }

    private static string Refuse(string relative, string[] parts)
    {
        if (parts.Length == 0 || relative.EndsWith('/'))
        {
            return "it names a folder, not a file";
        }

        foreach (var part in parts)
        {
            if (part.StartsWith(ReservedPrefix, StringComparison.Ordinal) || part == ".")
            {
                return "names that begin with '..' are reserved, and '.' is no name";
            }

            if (part.Contains('\0', StringComparison.Ordinal))
            {
                return "it contains a zero character";
            }
        }

        return "";
    }
}
