using System.Text.Json.Nodes;
using Injector.Agent.CommandLine;
using Injector.Agent.Configuring;
using Injector.Agent.Hosting;
using Injector.Agent.Logging;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Logging;
using Injector.Sandbox.Vault;
using Injector.TestKit;
using Injector.TestKit.Agents;
using Injector.TestKit.Network;
using Injector.TestKit.Vault;
using Injector.Vault.Connection;

namespace Injector.Agent.Tests.Hosting;

/// <summary>An agent in this process, against the sandbox's server over a real socket.</summary>
internal sealed class AgentRun : IAsyncDisposable
{
    private readonly MemoryStream _log = new();

    private AgentRun(KubernetesVault vault)
    {
        Vault = vault;
        Workplace = new AgentWorkplace(vault);
    }

    public KubernetesVault Vault { get; }

    public AgentWorkplace Workplace { get; }

    public string Log => System.Text.Encoding.UTF8.GetString(_log.ToArray());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<AgentRun> CreateAsync(SandboxTransport transport = SandboxTransport.Http)
    {
        var run = new AgentRun(await KubernetesVault.StartAsync(new SandboxVaultOptions { Transport = transport }, Cancellation));
        await run.Vault.WriteSecretAsync("app", new JsonObject { ["password"] = "first" }, Cancellation);
        run.Workplace.AddTemplate("password", """{{ with secret "kv/app" }}{{ .Data.data.password }}{{ end }}""");
        return run;
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Workplace.Secrets, name));

    public string ReadHome(string name) => File.ReadAllText(Path.Combine(Workplace.Home, name));

    public void SetMethod(string type, params (string Key, string Value)[] config)
    {
        var values = new JsonObject();
        foreach (var (key, value) in config)
        {
            values[key] = value;
        }

        if (Workplace.Configuration["auto_auth"] is JsonObject autoAuth)
        {
            autoAuth["method"] = new JsonObject { ["type"] = type, ["config"] = values };
        }
    }

    /// <summary>Makes the agent a sidecar that can be ended by its quit endpoint.</summary>
    /// <returns>A client of that endpoint.</returns>
    public HttpClient RunAsSidecar()
    {
        var address = $"127.0.0.1:{LoopbackPort.Free()}";
        Workplace.Configuration["exit_after_auth"] = false;
        Workplace.Configuration["listener"] = new JsonArray(new JsonObject
        {
            ["type"] = "tcp",
            ["address"] = address,
            ["tls_disable"] = true,
            ["agent_api"] = new JsonObject { ["enable_quit"] = true },
        });
        return new HttpClient { BaseAddress = new Uri($"http://{address}") };
    }

    public Task IsPublishedAsync(string text) => Eventually.IsTrueAsync(
        () => File.Exists(Path.Combine(Workplace.Secrets, "password")) && Read("password") == text, $"the file holds '{text}'", Cancellation);

    public async Task<AgentOutcome> RunAsync()
    {
        Workplace.Save();
        var environment = new Dictionary<string, string> { ["HOME"] = Workplace.Home };
        var (result, faults) = ConfigurationSources.Load([Workplace.ConfigurationFile], environment);
        Assert.Empty(faults);
        Assert.NotNull(result);
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var (connection, _) = ConnectionReader.Read(new VaultConnection(), result.Configuration, environment);
        var settings = new AgentSettings(result.Configuration, connection, new AgentCommandLine { Command = AgentCommand.Agent }, environment);
        return await new AgentHost(settings, new EventLogWriter([_log], LogFormat.Standard, EventLevel.Trace, TimeProvider.System)).RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Workplace.Dispose();
        await Vault.DisposeAsync();
        await _log.DisposeAsync();
    }
}
