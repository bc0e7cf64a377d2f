using Injector.Vault.Http;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Vault.Tests.Http;

public sealed class ConnectionThriftTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ConnectionThrift _thrift;

    public ConnectionThriftTests() => _thrift = new ConnectionThrift(_time);

    [Fact]
    public void TwoGoOutAtOnce()
    {
        var turns = Enter(3);

        Assert.Equal([true, true, false], turns.Select(static turn => turn.IsCompleted));
    }

    [Fact]
    public async Task WhoLeaves_LetsTheLongestWaitingGo()
    {
        var turns = Enter(4);

        _thrift.Leave();

        await turns[2];
        Assert.False(turns[3].IsCompleted);
    }

    [Fact]
    public async Task WithASlowServer_AllGo()
    {
        var turns = Enter(6);

        _time.Advance(ConnectionThrift.Patience);

        await Task.WhenAll(turns);
    }

    [Fact]
    public void WhoWentBesideTheOthers_CountsUntilItLeaves()
    {
        Enter(3);
        _time.Advance(ConnectionThrift.Patience);

        _thrift.Leave();
        Assert.False(_thrift.EnterAsync().IsCompleted);
        _thrift.Leave();
        _thrift.Leave();
        _thrift.Leave();
        Assert.True(_thrift.EnterAsync().IsCompleted);
    }

    [Fact]
    public void TheNextWait_IsAsLongAsTheFirst()
    {
        Enter(3);
        _time.Advance(ConnectionThrift.Patience);
        var late = _thrift.EnterAsync();

        _time.Advance(ConnectionThrift.Patience - TimeSpan.FromMilliseconds(1));
        Assert.False(late.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(late.IsCompleted);
    }

    private List<Task> Enter(int count) => [.. Enumerable.Range(0, count).Select(_ => _thrift.EnterAsync())];
}
