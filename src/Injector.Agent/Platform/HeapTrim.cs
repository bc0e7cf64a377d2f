namespace Injector.Agent.Platform;

/// <summary>
/// Gives memory back when a sidecar has nothing left to do: it stays as small as after its first publication, and copies of secrets that nobody
/// needs any more leave the process. A trim that took a millisecond is followed by twenty without one.
/// </summary>
internal sealed class HeapTrim(TimeProvider time)
{
    private const int RestForWork = 20;
    private long _last;
    private TimeSpan _rest;

    public void Trim()
    {
        if (_rest > TimeSpan.Zero && time.GetElapsedTime(_last) < _rest)
        {
            return;
        }

        var started = time.GetTimestamp();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _last = time.GetTimestamp();
        _rest = time.GetElapsedTime(started, _last) * RestForWork;
    }
}
