using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Injector.Sandbox.Pods;

/// <summary>The few system calls that .NET has no class for.</summary>
internal static partial class Posix
{
    public const int Terminate = 15;
    public const int Kill = 9;

    /// <summary>Sends a signal; a process that is gone already is no fault.</summary>
    public static void Signal(int processId, int signal) => _ = SendSignal(processId, signal);

    /// <summary>Sends a signal to every process of a group.</summary>
    public static void SignalGroup(int groupId, int signal) => _ = SendSignal(-groupId, signal);

    /// <summary>Gives a file or folder to a user and a group; -1 keeps either.</summary>
    public static void ChangeOwner(string path, long user, long group) => Check(LChown(path, unchecked((uint)user), unchecked((uint)group)), path);

    /// <summary>Renames in one step, also over an existing symbolic link.</summary>
    public static void Rename(string from, string to) => Check(RenameFile(from, to), to);

    private static void Check(int result, string path)
    {
        if (result != 0)
        {
            throw new IOException($"{path}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int processId, int signal);

    [LibraryImport("libc", EntryPoint = "lchown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int LChown(string path, uint user, uint group);

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameFile(string from, string to);
}
