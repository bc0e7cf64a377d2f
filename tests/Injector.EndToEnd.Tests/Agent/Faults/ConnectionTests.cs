using Injector.TestKit.Network;

namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>The network between agent and server fails.</summary>
public sealed class ConnectionTests
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(2);
    private static readonly FaultSettings Impatient = new() { CallTimeout = $"{CallTimeout.TotalSeconds}s" };

    [Fact]
    public async Task ConnectionsReset_AreSaidOnceAndRetried()
    {
        await using var scene = await FaultScene.StartAsync(new FaultSettings());

        await EpisodeRun.PlayAsync(scene, Episode.Of("VI0401", () => Break(scene, RelayMood.Reset), () => scene.Relay.Mood = RelayMood.Pass));
    }

    private static void Break(FaultScene scene, RelayMood mood)
    {
        scene.Relay.Mood = mood;
        scene.Relay.Reset();
    }

    [Fact]
    public async Task BlackHole_EndsWithTheTimeoutOfTheCall()
    {
        await using var scene = await FaultScene.StartAsync(Impatient);

        await EpisodeRun.PlayAsync(scene, Episode.Of("VI0402", () => Swallow(scene), () => scene.Relay.Mood = RelayMood.Pass) with { LongestPause = CallTimeout + FaultScene.MaxBackoff });
    }

    private static void Swallow(FaultScene scene)
    {
        scene.Relay.Mood = RelayMood.Swallow;
        scene.Relay.Freeze();
    }

    [Fact]
    public async Task HalfOpenConnections_AreGivenUpForNewOnes()
    {
        await using var scene = await FaultScene.StartAsync(Impatient);

        await EpisodeRun.PlayAsync(scene, Episode.Of("VI0402", scene.Relay.Freeze, () => { }) with { Failures = 0 });
    }
}
