using Injector.Sandbox.Vault.Faults;

namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>The server, or a gateway in front of it, answers reads with a failure.</summary>
public sealed class StatusTests
{
    [Theory]
    [InlineData(412, "VI0425")]
    [InlineData(429, "VI0410")]
    [InlineData(472, "VI0412")]
    [InlineData(473, "VI0412")]
    [InlineData(500, "VI0411")]
    [InlineData(501, "VI0412")]
    [InlineData(502, "VI0411")]
    [InlineData(504, "VI0411")]
    public async Task FailureStatus_IsSaidOnceAndRetriedWithGrowingPauses(int status, string code)
    {
        await using var scene = await FaultScene.StartAsync(new FaultSettings());
        var faults = scene.Vault.Server.Faults;
        var failure = new FaultRule { Method = "GET", Effect = new FaultEffect.Status(status, "no luck today") };

        await EpisodeRun.PlayAsync(scene, Episode.Of(code, () => faults.Add(failure), faults.Clear));
    }
}
