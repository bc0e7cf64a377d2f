namespace Injector.Agent.Platform;

/// <summary>
/// Gives memory back when a sidecar has nothing left to do: it stays as small as after its first publication, and copies of secrets that nobody
/// needs any more leave the process. A trim that took a millisecond is followed by twenty without one, and a round that left little behind by none.
/// </summary>
internal sealed class HeapTrim(TimeProvider time)
{
    private const int RestForWork = 20;

    // What the youngest generation holds at most; rounds in which no secret changed leave less.
    private const long WorthIt = 1024 * 1024;

    private long _last;
    private TimeSpan _rest;
    private long _allocated;

    public void Trim()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        if ((_last != 0 && allocated - _allocated < WorthIt) || (_rest > TimeSpan.Zero && time.GetElapsedTime(_last) < _rest))
        {
            return;
        }

        var started = time.GetTimestamp();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _last = time.GetTimestamp();
        _allocated = allocated;
        _rest = time.GetElapsedTime(started, _last) * RestForWork;
    }
}
