using System.Text.Json.Nodes;
using Injector.Contracts.Agent;
using Injector.Sandbox.Vault;
using Injector.Sandbox.Vault.Faults;
using Injector.TestKit.Network;

namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>An init container meets a fault: it ends within its patience, and what <c>kubectl describe pod</c> shows names the fault.</summary>
public sealed class StartTests
{
    private const string Logins = "auth/kubernetes/login";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task SealedServer_IsNamed() => ShowsAsync(ExitCodes.VaultUnreachable, "VI0412", static scene => scene.Vault.Server.Seal());

    [Fact]
    public Task RefusedConnection_IsNamed() =>
        ShowsAsync(ExitCodes.VaultUnreachable, "VI0401", static scene => scene.Connect("http://127.0.0.1:1"));

    [Fact]
    public Task ResetConnection_IsNamed() => ShowsAsync(ExitCodes.VaultUnreachable, "VI0401", static scene => scene.Relay.Mood = RelayMood.Reset);

    [Fact]
    public Task UnansweredLogin_IsNamed() => ShowsAsync(ExitCodes.VaultUnreachable, "VI0402", static scene => scene.Relay.Mood = RelayMood.Swallow);

    [Fact]
    public Task UnansweredRead_IsNamed() => ShowsAsync(ExitCodes.VaultUnreachable, "VI0402", Faulty("kv/data/*", new FaultEffect.Stall()));

    [Theory]
    [InlineData(429, "VI0410")]
    [InlineData(500, "VI0411")]
    [InlineData(503, "VI0412")]
    public Task FailureStatusOfTheLogin_IsNamed(int status, string code) =>
        ShowsAsync(ExitCodes.VaultUnreachable, code, Faulty(Logins, new FaultEffect.Status(status, "no luck today")));

    [Fact]
    public Task ErrorPageOfAGateway_IsNamed() =>
        ShowsAsync(ExitCodes.VaultUnreachable, "VI0404", Faulty(Logins, new FaultEffect.PlainText(200, "<html>Welcome</html>")));

    [Fact]
    public Task GatewayThatRepeatsTheRequest_GivesNothingAway() => ShowsAsync(ExitCodes.VaultUnreachable, "VI0411", static scene =>
        Faulty(Logins, new FaultEffect.PlainText(502, $"<pre>{{\"role\":\"app\",\"jwt\":\"{File.ReadAllText(scene.Workplace.TokenFile)}\"}}</pre>"))(scene));

    [Fact]
    public Task UnknownRole_IsNamed() => ShowsAsync(ExitCodes.LoginRefused, "VI0413", static scene =>
        (scene.Workplace.Configuration["auto_auth"]?["method"]?["config"] as JsonObject ?? [])["role"] = "nobody");

    [Fact]
    public Task MissingServiceAccountToken_IsNamed() =>
        ShowsAsync(ExitCodes.VaultUnreachable, "VI0415", static scene => File.Delete(scene.Workplace.TokenFile));

    [Fact]
    public async Task ForbiddenSecret_IsNamed()
    {
        await using var scene = await FaultScene.PrepareAsync(new FaultSettings());
        await scene.AllowReadingAsync("kv/data/other");

        await ShowsAsync(scene, ExitCodes.SecretUnavailable, "VI0406");
    }

    [Fact]
    public async Task ForeignCertificate_IsNamed()
    {
        await using var scene = await FaultScene.PrepareAsync(new FaultSettings { Transport = SandboxTransport.Https });
        scene.Vault.Server.ChangeIdentity();

        await ShowsAsync(scene, ExitCodes.LoginRefused, "VI0403");
    }

    [Fact]
    public async Task PlainHttpBehindHttps_IsNamed()
    {
        await using var scene = await FaultScene.PrepareAsync(new FaultSettings());
        scene.Connect($"https://127.0.0.1:{scene.Relay.Port}");

        await ShowsAsync(scene, ExitCodes.LoginRefused, "VI0403");
    }

    [Fact]
    public async Task HttpsBehindPlainHttp_IsNamed()
    {
        await using var scene = await FaultScene.PrepareAsync(new FaultSettings { Transport = SandboxTransport.Https });
        scene.Connect($"http://127.0.0.1:{scene.Relay.Port}");

        await ShowsAsync(scene, ExitCodes.VaultUnreachable, "VI0401");
    }

    [Fact]
    public async Task FullVolume_IsNamed()
    {
        await using var scene = await FaultScene.PrepareAsync(new FaultSettings());
        await using var volume = await FullVolume.MountAsync(scene.Workplace.Secrets);
        volume.Fill();

        await ShowsAsync(scene, ExitCodes.PublishingFailed, "VI0603");
    }

    private static Action<FaultScene> Faulty(string path, FaultEffect effect) =>
        scene => scene.Vault.Server.Faults.Add(new FaultRule { Path = path, Effect = effect });

    private static async Task ShowsAsync(int exitCode, string code, Action<FaultScene> spoil)
    {
        await using var scene = await FaultScene.PrepareAsync(new FaultSettings());
        spoil(scene);

        await ShowsAsync(scene, exitCode, code);
    }

    private static async Task ShowsAsync(FaultScene scene, int exitCode, string code)
    {
        scene.Workplace.Configuration["exit_after_auth"] = JsonValue.Create(true);
        (scene.Workplace.Configuration["injector"] as JsonObject ?? [])["init_patience"] = "1s";

        scene.Launch();
        var ended = await scene.Agent.WaitForExitAsync(Cancellation);

        var log = string.Join('\n', scene.Agent.Log);
        var message = await File.ReadAllTextAsync(scene.Workplace.TerminationLog, Cancellation);
        TestContext.Current.TestOutputHelper?.WriteLine($"{ended}: {message}\n{log}");
        Assert.Contains(code, message, StringComparison.Ordinal);
        Assert.Equal(exitCode, ended);
        Assert.False(File.Exists(Path.Combine(scene.Workplace.Secrets, "password")));
        Secrecy.AssertKept(scene, [message, .. scene.Agent.Log]);
    }
}
