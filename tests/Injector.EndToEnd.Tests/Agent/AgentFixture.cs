using System.Text.Json.Nodes;
using Injector.Sandbox.Vault;
using Injector.TestKit;
using Injector.TestKit.Agents;
using Injector.TestKit.Vault;

namespace Injector.EndToEnd.Tests.Agent;

/// <summary>A server with one secret, and a workplace whose template prints its password.</summary>
internal sealed class AgentFixture : IAsyncDisposable
{
    public const string File = "password";

    private AgentFixture(KubernetesVault vault, AgentWorkplace workplace)
    {
        Vault = vault;
        Workplace = workplace;
    }

    public KubernetesVault Vault { get; }

    public AgentWorkplace Workplace { get; }

    public string Published => Path.Combine(Workplace.Secrets, File);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<AgentFixture> StartAsync(SandboxTransport transport)
    {
        Assert.SkipUnless(System.IO.File.Exists(PublishedPrograms.Agent), "The agent is not published; 'make publish-agent' does it.");
        var vault = await KubernetesVault.StartAsync(new SandboxVaultOptions { Transport = transport }, Cancellation);
        var fixture = new AgentFixture(vault, new AgentWorkplace(vault));
        fixture.Workplace.AddTemplate(File, """{{ with secret "kv/app" }}{{ .Data.data.password }}{{ end }}""");
        await fixture.WriteAsync("first");
        return fixture;
    }

    public Task WriteAsync(string password) => Vault.WriteSecretAsync("app", new JsonObject { ["password"] = password }, Cancellation);

    /// <summary>Makes the agent a sidecar that reads again every 100 ms.</summary>
    public void RunAsSidecar()
    {
        Workplace.Configuration["exit_after_auth"] = JsonValue.Create(false);
        Workplace.Configuration["template_config"] = new JsonObject { ["static_secret_render_interval"] = "100ms" };
    }

    /// <summary>Waits until the file holds a text, watching the folder.</summary>
    public Task PublishedAsync(string text) => Eventually.IsTrueAsync(
        () => System.IO.File.Exists(Published) && System.IO.File.ReadAllText(Published) == text,
        $"'{File}' holds generation '{text}'",
        Cancellation);

    public async ValueTask DisposeAsync()
    {
        Workplace.Dispose();
        await Vault.DisposeAsync();
    }
}
