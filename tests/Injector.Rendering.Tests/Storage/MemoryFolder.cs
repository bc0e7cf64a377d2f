using Injector.Rendering.Storage;

namespace Injector.Rendering.Tests.Storage;

internal sealed class MemoryFolder(MemoryFileSystem files, MemoryNode node, string path) : IFolder
{
    private const int NoEntry = 2;
    private const int Exists = 17;
    private const int NotAFolder = 20;
    private const int IsAFolder = 21;
    private const int NoSpace = 28;

    public FileFacts? Look(string name) => node.Entries.TryGetValue(name, out var entry)
        ? new FileFacts(entry.Kind, entry.Mode, entry.Owner.UserId ?? 0, entry.Owner.GroupId ?? 0, entry.Content.Length, DateTimeOffset.UnixEpoch)
        : null;

    public IFolder? OpenFolder(string name)
    {
        if (!node.Entries.TryGetValue(name, out var entry))
        {
            return null;
        }

        return entry.Kind == FileKind.Folder ? new MemoryFolder(files, entry, At(name)) : throw Fault("open", name, NotAFolder);
    }

    public IFolder MakeFolder(string name, int mode)
    {
        var made = MemoryNode.NewFolder();
        made.Mode = mode;
        Add("make", name, made);
        return new MemoryFolder(files, made, At(name));
    }

    public byte[] ReadFile(string name) => Get("read", name).Content.ToArray();

    public string ReadLink(string name) => Get("read the link", name).Target;

    public void WriteFile(string name, ReadOnlySpan<byte> content, FileRights rights)
    {
        if (files.WriteError is { } error)
        {
            throw Fault("write", name, error);
        }

        var made = new MemoryNode { Kind = FileKind.File, Mode = 384 };
        Add("make", name, made);
        if (content.Length > files.Space)
        {
            made.Content = content[..(int)files.Space].ToArray();
            throw Fault("write", name, NoSpace);
        }

        files.Space -= content.Length;
        files.Writes++;
        made.Content = content.ToArray();
        made.Mode = rights.Mode;
    }

    public void MakeLink(string name, string target) => Add("make the link", name, new MemoryNode { Kind = FileKind.Link, Target = target });

    public void ShareFile(string name, IFolder other, string otherName) => ((MemoryFolder)other).Add("share", otherName, Get("share", name));

    public void Rename(string from, string to)
    {
        var moved = Get("rename to", from);
        if (node.Entries.TryGetValue(to, out var replaced) && replaced.Kind == FileKind.Folder)
        {
            throw Fault("rename to", to, IsAFolder);
        }

        node.Entries.Remove(from);
        node.Entries[to] = moved;
    }

    public void SetMode(string name, int mode) => Get("change the mode of", name).Mode = mode;

    public void SetOwner(string name, FileOwner owner) => Get("change the owner of", name).Owner = owner;

    public void RemoveFile(string name)
    {
        _ = Get("remove", name);
        node.Entries.Remove(name);
    }

    public void RemoveFolder(string name)
    {
        _ = Get("remove", name);
        node.Entries.Remove(name);
    }

    public IReadOnlyList<string> List() => [.. node.Entries.Keys];

    public void Dispose()
    {
        // Nothing is held.
    }

    private void Add(string operation, string name, MemoryNode made)
    {
        if (!node.Entries.TryAdd(name, made))
        {
            throw Fault(operation, name, Exists);
        }
    }

    private MemoryNode Get(string operation, string name) =>
        node.Entries.TryGetValue(name, out var entry) ? entry : throw Fault(operation, name, NoEntry);

    private string At(string name) => path + "/" + name;

    private FileOperationException Fault(string operation, string name, int error) => new(operation, At(name), error);
}
