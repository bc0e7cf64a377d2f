using Injector.TestKit.Vault;

namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>The server takes back what it gave: the token, the right to log in, the right to read.</summary>
public sealed class TokenTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RevokedToken_IsReplacedByALogin()
    {
        await using var scene = await FaultScene.StartAsync(new FaultSettings());

        await EpisodeRun.PlayAsync(scene, new Episode("VI0407", scene.RevokeTokenAsync, () => Task.CompletedTask) { Failures = 0 });
    }

    [Fact]
    public async Task LoginRefusedWhileRunning_IsSaidOnceAndNotHammered()
    {
        await using var scene = await FaultScene.StartAsync(new FaultSettings());

        await EpisodeRun.PlayAsync(scene, new Episode("VI0413", () => LockOutAsync(scene), () => scene.AllowLoginAsync()) { Heralds = ["VI0407"] });
    }

    private static async Task LockOutAsync(FaultScene scene)
    {
        await scene.Vault.Administrator.DeleteAsync($"auth/kubernetes/role/{KubernetesVault.Role}", Cancellation);
        await scene.RevokeTokenAsync();
    }

    [Fact]
    public async Task WithdrawnPolicy_IsSaidOnceAndKeepsTheFiles()
    {
        await using var scene = await FaultScene.StartAsync(new FaultSettings());

        var withdrawal = new Episode("VI0406", () => scene.AllowReadingAsync("kv/data/other"), () => scene.AllowReadingAsync("kv/data/*"));
        await EpisodeRun.PlayAsync(scene, withdrawal with { LongestPause = FaultScene.MaxBackoff * 2 });
    }
}
