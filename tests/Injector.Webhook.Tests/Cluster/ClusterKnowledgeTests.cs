using System.Text.Json.Nodes;
using Injector.Contracts.Injection;
using Injector.Kube.Api;
using Injector.Sandbox.Kubernetes.ApiServer;
using Injector.Webhook.Cluster;
using Microsoft.Extensions.Logging.Abstractions;

namespace Injector.Webhook.Tests.Cluster;

public sealed class ClusterKnowledgeTests : IAsyncLifetime
{
    private const string Nodes = "/api/v1/nodes";
    private const string Namespaces = "/api/v1/namespaces";

    private readonly CancellationTokenSource _end = new();
    private SandboxApiServer? _server;
    private HttpKubeApi? _api;

    private SandboxApiServer Server => _server ?? throw new InvalidOperationException();

    private HttpKubeApi Api => _api ?? throw new InvalidOperationException();

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxApiServer.StartAsync(TimeProvider.System, TestContext.Current.CancellationToken);
        _api = new HttpKubeApi(new KubeConnection(_server.Address, Roots: null, static () => null), "tests/1.0", TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _end.Dispose();
        _api?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Fact]
    public async Task OldestKubelet_Decides()
    {
        AddNode("a", "v1.36.2");
        AddNode("b", "v1.28.9-eks-1");

        var facts = await new ClusterFactsReader(Api).ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new KubernetesVersion(1, 28), facts?.OldestKubelet);
        Assert.Equal(new KubernetesVersion(1, 36), facts?.Server);
        Assert.False(facts?.SupportsNativeSidecars);
    }

    [Fact]
    public async Task NodesThatMayNotBeListed_StayUnknown()
    {
        Server.Conditions.Grants = [];

        var facts = await new ClusterFactsReader(Api).ReadAsync(TestContext.Current.CancellationToken);

        Assert.Null(facts?.OldestKubelet);
        Assert.True(facts?.SupportsNativeSidecars);
    }

    [Fact]
    public async Task ServerAway_GivesNoFacts()
    {
        Server.Conditions.IsAway = true;

        Assert.Null(await new ClusterFactsReader(Api).ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void UnknownFacts_DoNotEraseKnownOnes()
    {
        var current = new CurrentInjector(new InjectionSettings { VaultAddress = "http://v" }, TimeProvider.System, static () => 0, NullLogger.Instance);
        current.Use(new ClusterFacts { Server = new KubernetesVersion(1, 36) });

        current.Use(ClusterFacts.Unknown);

        Assert.Equal(new KubernetesVersion(1, 36), current.Pods.Settings.Cluster.Server);
    }

    [Fact]
    public async Task NamespaceAnnotations_FollowChanges()
    {
        AddNamespace("team", "vault.hashicorp.com/role", "a");
        var known = new NamespaceAnnotations(TimeProvider.System, static () => 0, NullLogger.Instance);
        var running = known.RunAsync(Api, _end.Token);
        await UntilAsync(() => known.Of("team").Count == 1);
        Assert.Equal("a", known.Of("team")["vault.hashicorp.com/role"]);

        Server.Change(Namespaces, "team", static body => body["metadata"] = new JsonObject { ["name"] = "team", ["annotations"] = new JsonObject { ["vault.hashicorp.com/role"] = "b" } });
        await UntilAsync(() => known.Of("team").GetValueOrDefault("vault.hashicorp.com/role") == "b");
        Server.Delete(Namespaces, "team");
        await UntilAsync(() => known.Of("team").Count == 0);

        await _end.CancelAsync();
        await running;
    }

    [Fact]
    public async Task NamespacesThatMayNotBeRead_EndTheAttempt()
    {
        Server.Conditions.Grants = [];
        var known = new NamespaceAnnotations(TimeProvider.System, static () => 0, NullLogger.Instance);

        await known.RunAsync(Api, _end.Token);

        Assert.True(known.HasAsked);
    }

    [Fact]
    public async Task ForeignAnnotations_AreNotKept()
    {
        AddNamespace("team", "example.com/role", "a");
        var known = new NamespaceAnnotations(TimeProvider.System, static () => 0, NullLogger.Instance);

        var running = known.RunAsync(Api, _end.Token);
        await UntilAsync(() => known.HasAsked);

        Assert.Empty(known.Of("team"));
        await _end.CancelAsync();
        await running;
    }

    private static async Task UntilAsync(Func<bool> reached)
    {
        while (!reached())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private void AddNode(string name, string kubelet) => Server.Create(Nodes, new JsonObject
    {
        ["metadata"] = new JsonObject { ["name"] = name },
        ["status"] = new JsonObject { ["nodeInfo"] = new JsonObject { ["kubeletVersion"] = kubelet } },
    });

    private void AddNamespace(string name, string key, string value) => Server.Create(Namespaces, new JsonObject
    {
        ["metadata"] = new JsonObject { ["name"] = name, ["annotations"] = new JsonObject { [key] = value } },
    });
}
