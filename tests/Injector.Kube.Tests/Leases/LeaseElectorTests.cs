using Injector.Kube.Api;
using Injector.Kube.Leases;
using Injector.Sandbox.Kubernetes.ApiServer;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Kube.Tests.Leases;

public sealed class LeaseElectorTests : IAsyncLifetime
{
    private static readonly KubePath Path = KubePath.Lease("injector", "writer");

    private readonly FakeTimeProvider _time = new();
    private SandboxApiServer? _server;
    private HttpKubeApi? _api;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxApiServer.StartAsync(_time, Token);
        _api = new HttpKubeApi(new KubeConnection(_server.Address, Roots: null, static () => null), "tests/1.0", TimeProvider.System);
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
    public async Task First_Leads()
    {
        var first = Elector("a");
        var second = Elector("b");

        await first.TickAsync(Token);
        await second.TickAsync(Token);

        Assert.True(first.IsLeader);
        Assert.False(second.IsLeader);
    }

    [Fact]
    public async Task RenewedLease_StaysWithItsHolder()
    {
        var first = Elector("a");
        var second = Elector("b");
        for (var passed = TimeSpan.Zero; passed < LeaseElector.Duration * 4; passed += LeaseElector.Period)
        {
            await first.TickAsync(Token);
            await second.TickAsync(Token);
            Assert.True(first.IsLeader);
            Assert.False(second.IsLeader);
            _time.Advance(LeaseElector.Period);
        }
    }

    [Fact]
    public async Task AbandonedLease_IsTakenAfterItsDuration()
    {
        var first = Elector("a");
        var second = Elector("b");
        await first.TickAsync(Token);
        await second.TickAsync(Token);

        _time.Advance(LeaseElector.Duration - TimeSpan.FromSeconds(1));
        await second.TickAsync(Token);
        Assert.False(second.IsLeader);
        _time.Advance(LeaseElector.Period);
        await second.TickAsync(Token);

        Assert.True(second.IsLeader);
        Assert.False(first.IsLeader);
    }

    [Fact]
    public async Task ReleasedLease_IsTakenAtOnce()
    {
        var first = Elector("a");
        var second = Elector("b");
        await first.TickAsync(Token);

        await first.ReleaseAsync(Token);
        await second.TickAsync(Token);

        Assert.False(first.IsLeader);
        Assert.True(second.IsLeader);
    }

    [Fact]
    public async Task Holder_GivesUpBeforeOthersMayTakeOver()
    {
        var first = Elector("a");
        await first.TickAsync(Token);

        _time.Advance(LeaseElector.Duration - TimeSpan.FromSeconds(4));

        Assert.False(first.IsLeader);
    }

    private LeaseElector Elector(string identity) => new(_api ?? throw new InvalidOperationException(), Path, identity, _time);
}
