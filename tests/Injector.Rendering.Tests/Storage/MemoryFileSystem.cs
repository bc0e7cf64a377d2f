using Injector.Rendering.Storage;

namespace Injector.Rendering.Tests.Storage;

/// <summary>A file system in memory, for life-cycle tests on fake time and for faults a real one gives only rarely.</summary>
internal sealed class MemoryFileSystem : IFileSystem
{
    private readonly MemoryNode _root = MemoryNode.NewFolder();

    /// <summary>Bytes that may still be written.</summary>
    public long Space { get; set; } = long.MaxValue;

    /// <summary>Error number every write gives; null: none.</summary>
    public int? WriteError { get; set; }

    /// <summary>How many files were written.</summary>
    public int Writes { get; set; }

    public IFolder? Open(string path)
    {
        var node = _root;
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!node.Entries.TryGetValue(part, out var next))
            {
                return null;
            }

            node = next;
        }

        return new MemoryFolder(this, node, path);
    }

    public IFolder Make(string path)
    {
        var node = _root;
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!node.Entries.TryGetValue(part, out var next))
            {
                node.Entries.Add(part, next = MemoryNode.NewFolder());
            }

            node = next;
        }

        return new MemoryFolder(this, node, path);
    }

    /// <summary>The text at a path, links followed; null when there is none.</summary>
    public string? Text(string path)
    {
        var node = Follow(path);
        return node is null ? null : System.Text.Encoding.UTF8.GetString(node.Content);
    }

    /// <summary>Puts a file there, as somebody else would.</summary>
    public void Put(string path, string text)
    {
        using var folder = Make(Path.GetDirectoryName(path) ?? "/");
        if (folder.Look(Path.GetFileName(path)) is not null)
        {
            folder.RemoveFile(Path.GetFileName(path));
        }

        folder.WriteFile(Path.GetFileName(path), System.Text.Encoding.UTF8.GetBytes(text), new FileRights(420, default, default));
    }

    public byte[] ReadFile(string path) => Follow(path) is { Kind: FileKind.File } node
        ? node.Content.ToArray()
        : throw new FileOperationException("open", path, 2);

    private MemoryNode? Follow(string path)
    {
        var trail = new List<(string Name, MemoryNode Node)>();
        var pending = new Stack<string>(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse());
        var node = _root;
        while (pending.TryPop(out var part))
        {
            if (part == "..")
            {
                trail.RemoveAt(trail.Count - 1);
                node = trail.Count == 0 ? _root : trail[^1].Node;
                continue;
            }

            if (!node.Entries.TryGetValue(part, out var next))
            {
                return null;
            }

            if (next.Kind == FileKind.Link)
            {
                foreach (var step in next.Target.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
                {
                    pending.Push(step);
                }

                continue;
            }

            trail.Add((part, next));
            node = next;
        }

        return node;
    }
}
