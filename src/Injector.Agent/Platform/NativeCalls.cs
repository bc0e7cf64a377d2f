using System.Runtime.InteropServices;

namespace Injector.Agent.Platform;

/// <summary>The few calls .NET has no door to.</summary>
internal static partial class NativeCalls
{
    private const int SetDumpable = 4;
    private const int CoreLimit = 4;
    private const int PopulateForWriting = 23;

    /// <summary>No core files and no attaching by other processes of the same user: memory holds secrets.</summary>
    public static void Harden()
    {
        _ = ProcessControl(SetDumpable, 0, 0, 0, 0);
        var none = default(Limit);
        _ = SetLimit(CoreLimit, in none);
    }

    /// <summary>Has pages mapped for writing now instead of at their first use.</summary>
    public static void Populate(nuint address, nuint length) => _ = Advise(address, length, PopulateForWriting);

    /// <summary>Sets a variable where native libraries see it; .NET's own call changes a copy.</summary>
    public static void SetVariable(string name, string value) => _ = SetEnvironment(name, value, 1);

    /// <summary>Changes owner and group; -1 keeps one.</summary>
    /// <exception cref="IOException">The system refused.</exception>
    public static void ChangeOwner(string path, int owner, int group)
    {
        if (SetOwner(path, owner, group) != 0)
        {
            throw new IOException("The owner cannot be changed.", Marshal.GetLastPInvokeError());
        }
    }

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetOwner(string path, int owner, int group);

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nuint address, nuint length, int advice);

    [LibraryImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ProcessControl(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetLimit(int resource, in Limit limit);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(ulong Soft, ulong Hard);
}
