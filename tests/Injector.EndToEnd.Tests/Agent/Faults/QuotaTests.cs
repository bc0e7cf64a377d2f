using Injector.Sandbox.Vault.Faults;

namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>The server says when it wants to be asked again.</summary>
public sealed class QuotaTests
{
    private const int Seconds = 2;

    [Fact]
    public async Task RetryAfter_IsObeyedBeyondOurOwnPauses()
    {
        await using var scene = await FaultScene.StartAsync(new FaultSettings());
        var (faults, journal) = (scene.Vault.Server.Faults, scene.Vault.Server.Journal);
        var quota = new FaultEffect.Status(429, "request path \"kv/data/app\": rate limit quota exceeded") { RetryAfter = Seconds };

        var episode = Episode.Of("VI0410", () => faults.Add(new FaultRule { Path = "kv/data/app", Method = "GET", Effect = quota }), faults.Clear);
        await EpisodeRun.PlayAsync(scene, episode with { Failures = 2, LongestPause = TimeSpan.FromSeconds(Seconds) });

        var refused = journal.All.Where(record => record is { Path: "kv/data/app", Status: 429 }).ToArray();
        Assert.True(refused[1].At - refused[0].At >= TimeSpan.FromSeconds(Seconds), $"{refused[0].At:O}, then {refused[1].At:O}.");
    }
}
