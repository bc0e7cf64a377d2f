using System.Runtime.InteropServices;

namespace Injector.Benchmarks.Agent;

/// <summary>CPU time of all children that have ended, as the kernel counts it.</summary>
internal static partial class ChildUsage
{
    private const int Children = -1;

    public static TimeSpan Cpu()
    {
        var usage = default(ResourceUsage);
        if (GetResourceUsage(Children, ref usage) != 0)
        {
            throw new InvalidOperationException($"getrusage failed with {Marshal.GetLastPInvokeError()}.");
        }

        return TimeSpan.FromSeconds(usage.UserSeconds + usage.SystemSeconds)
            + TimeSpan.FromMicroseconds(usage.UserMicroseconds + usage.SystemMicroseconds);
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetResourceUsage(int who, ref ResourceUsage usage);

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceUsage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
        private unsafe fixed long _rest[14];
    }
}
