using System.Runtime.InteropServices;

namespace Injector.Benchmarks.Agent;

/// <summary>
/// A program run from its exec to its end by nothing but system calls: pipes, threads and the signal handling of
/// <see cref="System.Diagnostics.Process"/> would cost as much as the start that is measured. Its output is thrown away.
/// </summary>
internal static partial class SpawnedProcess
{
    private const int WriteOnly = 1;
    private const int SizeOfFileActions = 80;
    private const int KillSignal = 9;

    /// <summary>Runs it and waits.</summary>
    /// <param name="command">The path of the program, then its arguments.</param>
    /// <param name="environment">All of its environment.</param>
    /// <returns>Its exit code, the time from exec to end, and its CPU time as the kernel counts it.</returns>
    /// <exception cref="InvalidOperationException">It could not be started, or a signal ended it.</exception>
    public static (int ExitCode, TimeSpan Elapsed, TimeSpan Cpu) Run(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment)
    {
        var usage = default(ResourceUsage);
        var started = TimeProvider.System.GetTimestamp();
        var process = Start(command, environment);
        var ended = Wait(process, out var status, 0, ref usage);
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        return ended == process && (status & 0x7F) == 0
            ? (status >> 8, elapsed, usage.Cpu)
            : throw new InvalidOperationException($"'{command[0]}' did not end by itself (status {status}).");
    }

    /// <summary>Starts it.</summary>
    /// <param name="command">The path of the program, then its arguments.</param>
    /// <param name="environment">All of its environment.</param>
    /// <returns>Its number, to be given to <see cref="Kill"/>.</returns>
    /// <exception cref="InvalidOperationException">It could not be started.</exception>
    public static int Start(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment)
    {
        var actions = Marshal.AllocHGlobal(SizeOfFileActions);
        try
        {
            Check(InitializeFileActions(actions), "posix_spawn_file_actions_init");
            Check(AddOpen(actions, 1, "/dev/null", WriteOnly, 0), "posix_spawn_file_actions_addopen");
            Check(AddOpen(actions, 2, "/dev/null", WriteOnly, 0), "posix_spawn_file_actions_addopen");
            Check(Spawn(out var process, command[0], actions, 0, [.. command, null], [.. environment.Select(static variable => $"{variable.Key}={variable.Value}"), null]), $"posix_spawn of '{command[0]}'");
            return process;
        }
        finally
        {
            _ = DestroyFileActions(actions);
            Marshal.FreeHGlobal(actions);
        }
    }

    /// <summary>Ends a process that <see cref="Start"/> started.</summary>
    /// <returns>Its CPU time.</returns>
    public static TimeSpan Kill(int process)
    {
        var usage = default(ResourceUsage);
        _ = Signal(process, KillSignal);
        _ = Wait(process, out _, 0, ref usage);
        return usage.Cpu;
    }

    private static void Check(int error, string call)
    {
        if (error != 0)
        {
            throw new InvalidOperationException($"{call} failed with {error}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Spawn(out int process, string path, nint actions, nint attributes, string?[] arguments, string?[] environment);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int InitializeFileActions(nint actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int AddOpen(nint actions, int handle, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int DestroyFileActions(nint actions);

    [LibraryImport("libc", EntryPoint = "wait4")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Wait(int process, out int status, int options, ref ResourceUsage usage);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Signal(int process, int signal);

    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct ResourceUsage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
        private fixed long _rest[14];

        public readonly TimeSpan Cpu => TimeSpan.FromSeconds(UserSeconds + SystemSeconds) + TimeSpan.FromMicroseconds(UserMicroseconds + SystemMicroseconds);
    }
}
