using System.Text.Json.Nodes;
using Injector.Sandbox.Vault;
using Injector.TestKit;
using Injector.TestKit.Agents;
using Injector.TestKit.Network;
using Injector.TestKit.Vault;

namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>A published agent with good files, a server, and a network between them that can be broken.</summary>
internal sealed class FaultScene : IAsyncDisposable
{
    public static readonly TimeSpan MinBackoff = TimeSpan.FromMilliseconds(100);
    public static readonly TimeSpan MaxBackoff = TimeSpan.FromMilliseconds(500);
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);

    private AgentProcess? _agent;

    private FaultScene(KubernetesVault vault, TcpRelay relay, AgentWorkplace workplace)
    {
        (Vault, Relay, Workplace) = (vault, relay, workplace);
        Files = new GoodFiles(workplace);
        Sockets = new AgentSockets(workplace);
    }

    public KubernetesVault Vault { get; }

    public TcpRelay Relay { get; }

    public AgentWorkplace Workplace { get; }

    public GoodFiles Files { get; }

    public AgentSockets Sockets { get; }

    /// <summary>The generation the server has.</summary>
    public int Generation { get; private set; }

    /// <summary>The running agent.</summary>
    public AgentProcess Agent => _agent ?? throw new InvalidOperationException("The agent was not started.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Prepares everything; the agent does not run yet.</summary>
    public static async Task<FaultScene> PrepareAsync(FaultSettings settings)
    {
        Assert.SkipUnless(File.Exists(PublishedPrograms.Agent), "The agent is not published; 'make publish-agent' does it.");
        var options = new SandboxVaultOptions { Transport = settings.Transport, Time = settings.Clock, RootToken = settings.RootToken };
        var vault = await KubernetesVault.StartAsync(options, Cancellation);
        var scene = new FaultScene(vault, new TcpRelay(vault.Server.Address), new AgentWorkplace(vault));
        await scene.PrepareServerAsync(settings);
        scene.PrepareWorkplace(settings);
        return scene;
    }

    /// <summary>Starts the agent and waits for the first good files.</summary>
    public static async Task<FaultScene> StartAsync(FaultSettings settings)
    {
        var scene = await PrepareAsync(settings);
        scene.Launch();
        await scene.PublishedAsync();
        return scene;
    }

    /// <summary>Tells the agent where the server is.</summary>
    public void Connect(string address)
    {
        if (Workplace.Configuration["vault"] is JsonObject connection)
        {
            connection["address"] = address;
        }
    }

    public void Launch() => _agent = AgentProcess.Start(Workplace);

    /// <summary>Writes the next generation.</summary>
    public Task WriteNextAsync() => Files.WriteAsync(Vault, ++Generation, Cancellation);

    /// <summary>Waits until the files hold what the server has.</summary>
    public async Task PublishedAsync()
    {
        try
        {
            await Eventually.IsTrueAsync(() => Files.Hold(Generation), $"the files hold generation {Generation}", Cancellation);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The files do not hold generation {Generation}. The agent's log:\n{string.Join('\n', Agent.Log)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Sockets.Dispose();
        if (_agent is not null)
        {
            await _agent.DisposeAsync();
        }

        Workplace.Dispose();
        await Relay.DisposeAsync();
        await Vault.DisposeAsync();
    }

    /// <summary>Ends the agent without any chance to tidy up.</summary>
    public async Task KillAsync()
    {
        await Agent.SignalAsync("KILL", Cancellation);
        await Agent.WaitForExitAsync(Cancellation);
    }

    /// <summary>Kills the present token on the server.</summary>
    public async Task RevokeTokenAsync()
    {
        var status = await Sockets.StatusAsync(Cancellation);
        var accessor = (string?)status["login"]?["accessor"];
        await Vault.Administrator.WriteAsync("auth/token/revoke-accessor", new JsonObject { ["accessor"] = accessor }, Cancellation);
    }

    /// <summary>Lets the agent's ServiceAccount log in.</summary>
    public async Task AllowLoginAsync(string tokenTtl = "1h")
    {
        var role = new JsonObject
        {
            ["bound_service_account_names"] = new JsonArray("app"),
            ["bound_service_account_namespaces"] = new JsonArray("test"),
            ["token_policies"] = new JsonArray("app"),
            ["token_ttl"] = tokenTtl,
        };
        await Vault.Administrator.WriteAsync($"auth/kubernetes/role/{KubernetesVault.Role}", role, Cancellation);
    }

    /// <summary>Sets what the agent's token may read.</summary>
    public async Task AllowReadingAsync(params IReadOnlyList<string> paths)
    {
        var policy = string.Concat(paths.Select(path => $"path \"{path}\" {{ capabilities = [\"read\"] }}\n"));
        await Vault.Administrator.WriteAsync($"sys/policies/acl/{KubernetesVault.Role}", new JsonObject { ["policy"] = policy }, Cancellation);
    }

    private async Task PrepareServerAsync(FaultSettings settings)
    {
        await AllowLoginAsync(settings.TokenTtl);
        await WriteNextAsync();
    }

    private void PrepareWorkplace(FaultSettings settings)
    {
        var document = Workplace.Configuration;
        document["exit_after_auth"] = JsonValue.Create(false);
        document["template_config"] = new JsonObject { ["static_secret_render_interval"] = Text(Interval) };
        document["log_level"] = "debug";
        Connect(Relay.Address.GetLeftPart(UriPartial.Authority));
        if (document["auto_auth"]?["method"] is JsonObject method)
        {
            method["min_backoff"] = Text(MinBackoff);
            method["max_backoff"] = Text(MaxBackoff);
        }

        Workplace.Variables["VAULT_CLIENT_TIMEOUT"] = settings.CallTimeout;
        Files.AddTemplates();
        settings.Adjust(Workplace);
    }

    private static string Text(TimeSpan time) => $"{time.TotalMilliseconds}ms";
}
