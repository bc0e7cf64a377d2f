using System.Globalization;

namespace Injector.TestKit.Processes;

/// <summary>A process's memory at one moment.</summary>
/// <param name="Resident">Bytes in memory.</param>
/// <param name="PrivateDirty">Bytes nobody else shares and no file holds.</param>
public sealed record MemoryReading(long Resident, long PrivateDirty)
{
    /// <summary>Asks the kernel.</summary>
    /// <param name="processId">Whose memory.</param>
    /// <returns>What it holds now.</returns>
    public static MemoryReading Of(int processId)
    {
        long resident = 0, dirty = 0;
        foreach (var line in File.ReadLines($"/proc/{processId}/smaps_rollup"))
        {
            if (line.StartsWith("Rss:", StringComparison.Ordinal))
            {
                resident = Kilobytes(line) * 1024;
            }
            else if (line.StartsWith("Private_Dirty:", StringComparison.Ordinal))
            {
                dirty = Kilobytes(line) * 1024;
            }
        }

        return new MemoryReading(resident, dirty);
    }

    private static long Kilobytes(string line) =>
        long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
