using Injector.Contracts.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Contracts.Tests.Logging;

public sealed class StandingCausesTests
{
    private const string Sealed = "VI0412";

    private readonly FakeTimeProvider _time = new();
    private readonly StandingCauses _causes;

    public StandingCausesTests() => _causes = new StandingCauses(_time);

    [Fact]
    public void OneCause_IsDueForTheFirstWhoMeetsItAndOnceAMinute()
    {
        var first = _causes.IsDue(Sealed);
        var second = _causes.IsDue(Sealed);
        _time.Advance(FaultCadence.Reminder - TimeSpan.FromTicks(1));
        var early = _causes.IsDue(Sealed);
        _time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal((true, false, false), (first, second, early));
        Assert.True(_causes.IsDue(Sealed));
        Assert.False(_causes.IsDue(Sealed));
    }

    [Fact]
    public void WhatNobodyElseMeets_IsAlwaysDue()
    {
        Assert.True(_causes.IsDue(null));
        Assert.True(_causes.IsDue(null));
    }

    [Fact]
    public void EndedCause_IsNewAgain()
    {
        _causes.IsDue(Sealed);
        _causes.End("VI0401");
        _causes.End(null);
        var stands = !_causes.IsDue(Sealed);
        _causes.End(Sealed);

        Assert.True(stands);
        Assert.True(_causes.IsDue(Sealed));
    }

    [Fact]
    public void ExpectedCause_IsNeverDueUntilItEnds()
    {
        _causes.Expect(Sealed);
        _time.Advance(TimeSpan.FromDays(1));
        var expected = _causes.IsDue(Sealed);
        _causes.EndAll();

        Assert.False(expected);
        Assert.True(_causes.IsDue(Sealed));
    }
}
