using System.Threading.Channels;

namespace Injector.Rendering.Running;

/// <summary>Wakes the engine when its next moment has come.</summary>
internal sealed class EngineTimer : IDisposable
{
    // Timers count whole milliseconds and must not fire before the moment.
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(1);

    // They stand still while the machine sleeps: at most this long after waking up it is noticed.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly ITimer _timer;

    public EngineTimer(TimeProvider time, ChannelWriter<Action<RenderingCore>> events) => _timer = time.CreateTimer(
        static state => ((ChannelWriter<Action<RenderingCore>>?)state)?.TryWrite(static _ => { }),
        events,
        Timeout.InfiniteTimeSpan,
        Timeout.InfiniteTimeSpan);

    public void Set(TimeSpan? due, TimeSpan now)
    {
        var wait = due is null ? Timeout.InfiniteTimeSpan : due.Value - now;
        if (due is not null)
        {
            wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait + Rounding;
        }

        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();
}
