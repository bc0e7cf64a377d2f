using System.Runtime.InteropServices;

namespace Injector.Rendering.Storage;

/// <summary>The file system of the running kernel.</summary>
public sealed class LinuxFileSystem : IFileSystem
{
    private const int ParentMode = 0b111_101_101;

    /// <inheritdoc/>
    public IFolder? Open(string path)
    {
        var handle = LinuxCalls.OpenAt(
            LinuxCalls.CurrentFolder,
            path,
            LinuxCalls.ReadOnly | LinuxCalls.FolderOnly | LinuxCalls.CloseOnExec,
            0);
        if (handle >= 0)
        {
            return new LinuxFolder(handle, path);
        }

        var error = Marshal.GetLastPInvokeError();
        return error == Errno.NoEntry ? null : throw new FileOperationException("open", path, error);
    }

    /// <inheritdoc/>
    public IFolder Make(string path)
    {
        if (Open(path) is { } existing)
        {
            return existing;
        }

        var parentPath = System.IO.Path.GetDirectoryName(path) ?? throw new FileOperationException("make", path, Errno.NoEntry);
        using var parent = Make(parentPath);
        try
        {
            return parent.MakeFolder(System.IO.Path.GetFileName(path), ParentMode);
        }
        catch (FileOperationException fault) when (fault.Fault == FileFault.Exists)
        {
            // Somebody else made it in the meantime.
            return Open(path) ?? throw new FileOperationException("open", path, Errno.NoEntry);
        }
    }

    /// <inheritdoc/>
    public byte[] ReadFile(string path)
    {
        var handle = LinuxCalls.OpenAt(
            LinuxCalls.CurrentFolder,
            path,
            LinuxCalls.ReadOnly | LinuxCalls.NonBlocking | LinuxCalls.CloseOnExec,
            0);
        if (handle < 0)
        {
            throw new FileOperationException("open", path, Marshal.GetLastPInvokeError());
        }

        try
        {
            return LinuxFile.ReadAll(handle, path);
        }
        finally
        {
            _ = LinuxCalls.Close(handle);
        }
    }
}
