namespace Injector.Agent.Platform;

/// <summary>
/// Takes the memory of a start from the system at once. Page by page each first use is an interrupt, which on virtual machines costs more than what
/// is then done with the page. A sidecar gives it back when it is idle.
/// </summary>
internal static class StartMemory
{
    // A start with dozens of secrets stays below this, and collects nothing. What is not used is not taken.
    private const int Room = 2 * 1024 * 1024;
    private const int LargeObjects = 4096;
    private const int Base = 192 * 1024;
    private const int EachTemplate = 32 * 1024;
    private const int Most = 768 * 1024;

    /// <summary>Prepares for a start with so many templates.</summary>
    public static unsafe void Take(int templates)
    {
        if (!MakeRoom())
        {
            return;
        }

        fixed (byte* here = new byte[1])
        {
            var page = (nuint)Environment.SystemPageSize;
            NativeCalls.Populate(((nuint)here + page) & ~(page - 1), (nuint)Math.Min(Base + (templates * EachTemplate), Most));
        }
    }

    // The region ends by itself with the first collection, be it the one of an idle sidecar.
    private static bool MakeRoom()
    {
        try
        {
            return GC.TryStartNoGCRegion(Room + LargeObjects, LargeObjects);
        }
        catch (ArgumentOutOfRangeException)
        {
            // The container's limit leaves the heap less than that.
            return false;
        }
    }
}
