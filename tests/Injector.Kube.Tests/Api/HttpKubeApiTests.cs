using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Kube.Api;
using Injector.Sandbox.Kubernetes.ApiServer;

namespace Injector.Kube.Tests.Api;

public sealed class HttpKubeApiTests : IAsyncLifetime
{
    private static readonly KubePath Path = KubePath.Secret("injector", "one");

    private SandboxApiServer? _server;
    private HttpKubeApi? _api;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SandboxApiServer Server => _server ?? throw new InvalidOperationException();

    private HttpKubeApi Api => _api ?? throw new InvalidOperationException();

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxApiServer.StartAsync(TimeProvider.System, Token);
        _api = new HttpKubeApi(new KubeConnection(_server.Address, Roots: null, static () => new Contracts.Secrecy.SecretText("t")), "tests/1.0", TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        _api?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Creates_Once()
    {
        var first = await Api.CreateAsync(Path, Body("a"), Token);
        var second = await Api.CreateAsync(Path, Body("b"), Token);

        Assert.True(first.IsOk);
        Assert.Equal(KubeStatus.Conflict, second.Status);
    }

    [Fact]
    public async Task Replaces_OnlyWhatWasRead()
    {
        var made = await Api.CreateAsync(Path, Body("a"), Token);
        var version = ObjectMeta.ResourceVersion(made.Body);

        var first = await Api.ReplaceAsync(Path, Body("b", version), Token);
        var second = await Api.ReplaceAsync(Path, Body("c", version), Token);

        Assert.True(first.IsOk);
        Assert.Equal(KubeStatus.Conflict, second.Status);
    }

    [Fact]
    public async Task Patches_OrSaysInvalid()
    {
        await Api.CreateAsync(Path, Body("a"), Token);

        var good = await Api.PatchAsync(Path, """[{"op":"replace","path":"/value","value":"b"}]"""u8.ToArray(), Token);
        var bad = await Api.PatchAsync(Path, """[{"op":"test","path":"/value","value":"x"}]"""u8.ToArray(), Token);

        Assert.Equal("b", ObjectMeta.Text(good.Body, "value"));
        Assert.Equal(KubeStatus.Invalid, bad.Status);
    }

    [Fact]
    public async Task Tells_NotFound() => Assert.Equal(KubeStatus.NotFound, (await Api.GetAsync(Path.Object, Token)).Status);

    [Fact]
    public async Task Tells_Forbidden()
    {
        Server.Conditions.Grants = [];

        Assert.Equal(KubeStatus.Forbidden, (await Api.GetAsync(Path.Object, Token)).Status);
    }

    [Fact]
    public async Task Shows_ItsToken()
    {
        Server.Conditions.Token = "t";
        Assert.Equal(KubeStatus.NotFound, (await Api.GetAsync(Path.Object, Token)).Status);
        Server.Conditions.Token = "other";
        Assert.Equal(KubeStatus.Forbidden, (await Api.GetAsync(Path.Object, Token)).Status);
    }

    [Fact]
    public async Task Tells_UnavailableWhenNobodyAnswers()
    {
        Server.Conditions.IsAway = true;

        Assert.Equal(KubeStatus.Unavailable, (await Api.GetAsync(Path.Object, Token)).Status);
    }

    [Fact]
    public async Task Watches_OneObjectFromAVersion()
    {
        var made = await Api.CreateAsync(Path, Body("a"), Token);
        await Api.CreateAsync(KubePath.Secret("injector", "other"), Body("x", name: "other"), Token);
        await Api.ReplaceAsync(Path, Body("b"), Token);
        Server.Delete(Path.Collection, Path.Name);

        var seen = new List<(KubeChangeKind, string)>();
        await foreach (var change in Api.WatchAsync(Path, ObjectMeta.ResourceVersion(made.Body), Token))
        {
            seen.Add((change.Kind, ObjectMeta.Text(change.Object, "value")));
            if (change.Kind == KubeChangeKind.Deleted)
            {
                break;
            }
        }

        Assert.Equal([(KubeChangeKind.Changed, "b"), (KubeChangeKind.Deleted, "b")], seen);
    }

    [Fact]
    public async Task Watch_EndsWhenTheServerEndsIt()
    {
        var made = await Api.CreateAsync(Path, Body("a"), Token);
        await using var watch = Api.WatchAsync(Path, ObjectMeta.ResourceVersion(made.Body), Token).GetAsyncEnumerator(Token);
        await Api.ReplaceAsync(Path, Body("b"), Token);
        Assert.True(await watch.MoveNextAsync());

        Server.Conditions.InterruptWatches();

        Assert.False(await watch.MoveNextAsync());
    }

    private static ReadOnlyMemory<byte> Body(string value, string version = "", string name = "one")
    {
        var body = new JsonObject { ["kind"] = "Secret", ["metadata"] = new JsonObject { ["name"] = name, ["resourceVersion"] = version }, ["value"] = value };
        return JsonSerializer.SerializeToUtf8Bytes(body);
    }
}
