using Injector.Sandbox.Vault.Faults;

namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>The answer's body never ends, ends too early, is too large, or is no answer of Vault.</summary>
public sealed class BodyTests
{
    private const string Reads = "kv/data/*";

    [Fact]
    public async Task SlowBody_EndsWithTheTimeoutOfTheCall() =>
        await PlayAsync("VI0402", new FaultEffect.Trickle(4, TimeSpan.FromMilliseconds(250)), new FaultSettings { CallTimeout = "2s" });

    [Fact]
    public async Task BodyThatBreaksOff_IsABrokenConnection() => await PlayAsync("VI0401", new FaultEffect.Truncate(40), new FaultSettings());

    [Fact]
    public async Task TruncatedJson_IsDamage() =>
        await PlayAsync("VI0404", new FaultEffect.PlainText(200, """{"data":{"data":{"password":"hvs.half"""), new FaultSettings());

    [Fact]
    public async Task OversizedJson_IsNotRead() => await PlayAsync("VI0404", new FaultEffect.Oversize(9 * 1024 * 1024), new FaultSettings());

    [Fact]
    public async Task ErrorPageOfAGateway_DoesNotBecomeASecret() =>
        await PlayAsync("VI0404", new FaultEffect.PlainText(200, "<html><body>Maintenance. eyJhbGciOiJub25lIn0</body></html>"), new FaultSettings());

    private static async Task PlayAsync(string code, FaultEffect effect, FaultSettings settings)
    {
        await using var scene = await FaultScene.StartAsync(settings);
        var faults = scene.Vault.Server.Faults;

        await EpisodeRun.PlayAsync(scene, Episode.Of(code, () => faults.Add(new FaultRule { Path = Reads, Method = "GET", Effect = effect }), faults.Clear));
    }
}
