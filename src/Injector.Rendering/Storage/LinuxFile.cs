using System.Runtime.InteropServices;

namespace Injector.Rendering.Storage;

/// <summary>Reads from an open descriptor.</summary>
internal static class LinuxFile
{
    /// <summary>Longest file that is read: a file that grows for ever must not take the process's memory.</summary>
    public const int Limit = 64 * 1024 * 1024;

    private const int FirstBuffer = 4096;

    public static byte[] ReadAll(int handle, string path)
    {
        // Most files are small: the heap holds no more than their content.
        Span<byte> buffer = stackalloc byte[FirstBuffer];
        var content = ReadAll(handle, path, buffer);
        buffer.Clear();
        return content;
    }

    private static byte[] ReadAll(int handle, string path, Span<byte> buffer)
    {
        var length = 0;
        while (true)
        {
            var read = LinuxCalls.Read(handle, ref buffer[length], buffer.Length - length);
            if (read < 0)
            {
                throw new FileOperationException("read", path, Marshal.GetLastPInvokeError());
            }

            if (read == 0)
            {
                return buffer[..length].ToArray();
            }

            length += (int)read;
            if (length == buffer.Length)
            {
                if (length >= Limit)
                {
                    throw new FileOperationException("read", path, Errno.FileTooLarge);
                }

                Span<byte> larger = new byte[length * 2];
                buffer.CopyTo(larger);
                buffer = larger;
            }
        }
    }
}
