using System.Runtime.InteropServices;

namespace Injector.Benchmarks;

/// <summary>What the figures of a run were measured on.</summary>
internal static class MachineDescription
{
    public static string Text()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown CPU";
        return $"{Environment.ProcessorCount} x {model}, {RuntimeInformation.OSDescription}, .NET {Environment.Version}";
    }
}
