using System.Runtime.InteropServices;
using System.Text;

namespace Injector.Rendering.Storage;

/// <summary>A folder held open by its descriptor; every call names an entry relative to it and follows no link.</summary>
internal sealed class LinuxFolder : IFolder
{
    private const int LongestLink = 4096;
    private const uint PrivateMode = 0b110_000_000;
    private const int SetGroupBit = 0b10_000_000_000;
    private const uint Unchanged = uint.MaxValue;

    private readonly string _path;
    private int _handle;

    public LinuxFolder(int handle, string path)
    {
        _handle = handle;
        _path = path;
    }

    public FileFacts? Look(string name)
    {
        if (LinuxCalls.StatX(_handle, name, LinuxCalls.NoFollowAt, LinuxCalls.BasicFacts, out var facts) == 0)
        {
            return facts.ToFacts();
        }

        var error = Marshal.GetLastPInvokeError();
        return error == Errno.NoEntry ? null : throw new FileOperationException("look at", At(name), error);
    }

    public IFolder? OpenFolder(string name)
    {
        var handle = LinuxCalls.OpenAt(
            _handle,
            name,
            LinuxCalls.ReadOnly | LinuxCalls.FolderOnly | LinuxCalls.NoFollow | LinuxCalls.CloseOnExec,
            0);
        if (handle >= 0)
        {
            return new LinuxFolder(handle, At(name));
        }

        var error = Marshal.GetLastPInvokeError();
        return error == Errno.NoEntry ? null : throw new FileOperationException("open", At(name), error);
    }

    public IFolder MakeFolder(string name, int mode)
    {
        Check(LinuxCalls.MakeFolderAt(_handle, name, (uint)mode), "make", name);

        // The umask may have taken bits away. The set-group bit comes from the volume: with fsGroup it gives new files the pod's group.
        var given = Look(name)?.Mode ?? mode;
        var wanted = mode | (given & SetGroupBit);
        if (given != wanted)
        {
            SetMode(name, wanted);
        }

        return OpenFolder(name) ?? throw new FileOperationException("open", At(name), Errno.NoEntry);
    }

    public byte[] ReadFile(string name)
    {
        // Non-blocking: a pipe put in the file's place must not stop the agent.
        var handle = Check(
            LinuxCalls.OpenAt(_handle, name, LinuxCalls.ReadOnly | LinuxCalls.NoFollow | LinuxCalls.NonBlocking | LinuxCalls.CloseOnExec, 0),
            "open",
            name);
        try
        {
            return LinuxFile.ReadAll(handle, At(name));
        }
        finally
        {
            _ = LinuxCalls.Close(handle);
        }
    }

    public string ReadLink(string name)
    {
        Span<byte> buffer = stackalloc byte[LongestLink];
        var length = Check(LinuxCalls.ReadLinkAt(_handle, name, ref buffer[0], buffer.Length), "read the link", name);
        return Encoding.UTF8.GetString(buffer[..(int)length]);
    }

    public void WriteFile(string name, ReadOnlySpan<byte> content, FileRights rights)
    {
        var handle = Check(
            LinuxCalls.OpenAt(
                _handle,
                name,
                LinuxCalls.WriteOnly | LinuxCalls.Create | LinuxCalls.Exclusive | LinuxCalls.NoFollow | LinuxCalls.CloseOnExec,
                PrivateMode),
            "make",
            name);
        try
        {
            while (content.Length > 0)
            {
                var written = Check(LinuxCalls.Write(handle, in content[0], content.Length), "write", name);
                content = content[(int)written..];
            }

            GiveRights(handle, name, rights);
            Check(LinuxCalls.Synchronise(handle), "write", name);
        }
        finally
        {
            _ = LinuxCalls.Close(handle);
        }
    }

    public void MakeLink(string name, string target) => Check(LinuxCalls.SymbolicLinkAt(target, _handle, name), "make the link", name);

    public void ShareFile(string name, IFolder other, string otherName) =>
        Check(LinuxCalls.LinkAt(_handle, name, ((LinuxFolder)other)._handle, otherName, 0), "share", name);

    public void Rename(string from, string to) => Check(LinuxCalls.RenameAt(_handle, from, _handle, to), "rename to", to);

    public void SetMode(string name, int mode) =>
        Check(LinuxCalls.ChangeModeAt(_handle, name, (uint)mode, LinuxCalls.NoFollowAt), "change the mode of", name);

    public void SetOwner(string name, FileOwner owner) => Check(
        LinuxCalls.ChangeOwnerAt(_handle, name, owner.UserId ?? Unchanged, owner.GroupId ?? Unchanged, LinuxCalls.NoFollowAt),
        "change the owner of",
        name);

    public void RemoveFile(string name) => Check(LinuxCalls.UnlinkAt(_handle, name, 0), "remove", name);

    public void RemoveFolder(string name) => Check(LinuxCalls.UnlinkAt(_handle, name, LinuxCalls.RemoveFolderAt), "remove", name);

    public IReadOnlyList<string> List()
    {
        var names = new List<string>();
        foreach (var entry in Directory.EnumerateFileSystemEntries($"/proc/self/fd/{_handle}"))
        {
            names.Add(Path.GetFileName(entry));
        }

        return names;
    }

    public void Dispose()
    {
        var handle = Interlocked.Exchange(ref _handle, -1);
        if (handle >= 0)
        {
            _ = LinuxCalls.Close(handle);
        }
    }

    private void GiveRights(int handle, string name, FileRights rights)
    {
        if (!rights.Owner.IsUnchanged)
        {
            Check(LinuxCalls.ChangeOwner(handle, rights.Owner.UserId ?? Unchanged, rights.Owner.GroupId ?? Unchanged), "change the owner of", name);
        }
        else if (!rights.PreferredOwner.IsUnchanged)
        {
            // The previous owner is kept where the process may; a process without privileges simply owns what it writes.
            _ = LinuxCalls.ChangeOwner(handle, rights.PreferredOwner.UserId ?? Unchanged, rights.PreferredOwner.GroupId ?? Unchanged);
        }

        Check(LinuxCalls.ChangeMode(handle, (uint)rights.Mode), "change the mode of", name);
    }

    private string At(string name) => Path.Join(_path, name);

    private int Check(int result, string operation, string name) =>
        result >= 0 ? result : throw new FileOperationException(operation, At(name), Marshal.GetLastPInvokeError());

    private nint Check(nint result, string operation, string name) =>
        result >= 0 ? result : throw new FileOperationException(operation, At(name), Marshal.GetLastPInvokeError());
}
