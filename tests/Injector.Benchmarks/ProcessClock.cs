using System.Runtime.InteropServices;

namespace Injector.Benchmarks;

/// <summary>CPU time of a running process in nanoseconds, ended threads included; <c>/proc/PID/stat</c> counts in steps of 10 ms.</summary>
internal static partial class ProcessClock
{
    public static TimeSpan Cpu(int process)
    {
        var time = default(TimeSpec);
        if (GetClock(process, out var clock) != 0 || GetTime(clock, ref time) != 0)
        {
            throw new InvalidOperationException($"The CPU clock of process {process} cannot be read.");
        }

        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0);
    }

    [LibraryImport("libc", EntryPoint = "clock_getcpuclockid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetClock(int process, out int clock);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetTime(int clock, ref TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
