using System.Threading.Channels;
using Injector.Rendering.Running;
using Injector.TestKit;

namespace Injector.Rendering.Tests.Running;

public sealed class EngineTimerTests : IDisposable
{
    private readonly MachineTime _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly Channel<Action<RenderingCore>> _events = Channel.CreateUnbounded<Action<RenderingCore>>();
    private readonly EngineTimer _timer;

    public EngineTimerTests() => _timer = new EngineTimer(_time, _events.Writer);

    [Fact]
    public void WakesTheEngineJustAfterTheMoment()
    {
        _timer.Set(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10));

        _time.Advance(TimeSpan.FromSeconds(20));
        var at = _events.Reader.Count;
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal((0, 1), (at, _events.Reader.Count));
    }

    [Fact]
    public void WakesTheEngineEveryMinute_SoThatASleepOfTheMachineIsNoticed()
    {
        _timer.Set(TimeSpan.FromHours(30), TimeSpan.Zero);

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, _events.Reader.Count);
    }

    [Fact]
    public void LetsTheEngineSleepWhenNothingIsDue()
    {
        _timer.Set(null, TimeSpan.Zero);

        _time.Advance(TimeSpan.FromDays(30));

        Assert.Equal(0, _events.Reader.Count);
    }

    public void Dispose() => _timer.Dispose();
}
