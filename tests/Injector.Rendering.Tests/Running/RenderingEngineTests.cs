using Injector.Rendering.Commands;
using Injector.Rendering.Running;
using Injector.Rendering.Status;
using Injector.Rendering.Tests.Fakes;
using Injector.Vault.Kv;

namespace Injector.Rendering.Tests.Running;

/// <summary>The loop around the core.</summary>
public sealed class RenderingEngineTests
{
    private readonly EngineFixture _fixture = new();

    private static RenderingSettings OneFile => RenderingDriver.Settings(RenderingDriver.Template("db", ScriptedTemplate.Show("secret/db", "data.x")));

    [Fact]
    public async Task A11_EndsWithSuccessWhenEverythingIsPublishedAndTheCommandsHaveRun()
    {
        _fixture.Vault.OnKv2("secret/data/db", 1, """{"x":"1"}""");
        var template = OneFile.Templates[0] with { Command = new FileCommand("reload", new CommandLine.Direct(["reload"])) };
        var engine = NewEngine(OneFile with { Templates = [template], Completion = Completion.AfterFirstPublication });
        var run = engine.RunAsync(TestContext.Current.CancellationToken);
        _fixture.Tokens.Give("t");

        await _fixture.UntilAsync(() => _fixture.Processes.Started.Count == 1);
        Assert.False(run.IsCompleted);
        _fixture.Processes.Started[0].End(0);
        var outcome = await run;

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("1", _fixture.Files.Text("/v/db"));
        Assert.True(engine.FirstPublication.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task TellsWhenNothingIsUnderWayAnyMore()
    {
        _fixture.Vault.OnKv2("secret/data/db", 1, """{"x":"1"}""");
        using var stop = new CancellationTokenSource();
        var idle = 0;
        var template = OneFile.Templates[0] with { Command = new FileCommand("reload", new CommandLine.Direct(["reload"])) };
        var surroundings = _fixture.Surroundings with { Idle = () => Interlocked.Increment(ref idle) };
        var run = new RenderingEngine(OneFile with { Templates = [template] }, _fixture.Vault, new MountTable(_fixture.Vault, null), _fixture.Tokens, surroundings).RunAsync(stop.Token);
        _fixture.Tokens.Give("t");

        await _fixture.UntilAsync(() => _fixture.Processes.Started.Count == 1);
        Assert.Equal(0, Volatile.Read(ref idle));
        _fixture.Processes.Started[0].End(0);
        await _fixture.UntilAsync(() => Volatile.Read(ref idle) > 0);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task StopsWhenCancelled_AndKeepsTheFiles()
    {
        _fixture.Vault.OnKv2("secret/data/db", 1, """{"x":"1"}""");
        using var stop = new CancellationTokenSource();
        var engine = NewEngine(OneFile);
        var run = engine.RunAsync(stop.Token);
        _fixture.Tokens.Give("t");
        await engine.FirstPublication.WaitAsync(TestContext.Current.CancellationToken);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal("1", _fixture.Files.Text("/v/db"));
    }

    [Fact]
    public async Task T9_TellsTheTokenSourceAboutARefusedToken()
    {
        _fixture.Vault.On("secret/data/db", 403, """{"errors":["permission denied","invalid token"]}""");
        using var stop = new CancellationTokenSource();
        var run = NewEngine(OneFile).RunAsync(stop.Token);
        _fixture.Tokens.Give("t");

        await _fixture.UntilAsync(() => _fixture.Tokens.Refused.Count > 0);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task FaultNobodyForesawEndsTheRun()
    {
        _fixture.Vault.On("secret/data/db", _ => throw new InvalidOperationException("a defect"));
        var run = NewEngine(OneFile).RunAsync(TestContext.Current.CancellationToken);
        _fixture.Tokens.Give("t");

        Assert.Equal("a defect", (await Assert.ThrowsAsync<InvalidOperationException>(() => run)).Message);
    }

    [Fact]
    public async Task SnapshotTellsStateWithoutSecrets()
    {
        _fixture.Vault.OnKv2("secret/data/db", 7, """{"x":"hunter2"}""");
        _fixture.Vault.On("db/creds/app", """{"lease_id":"db/1","renewable":true,"lease_duration":3600,"data":{"username":"u"}}""");
        _fixture.Vault.On("sys/leases/renew", """{"lease_id":"db/1","renewable":true,"lease_duration":3600}""");
        using var stop = new CancellationTokenSource();
        var engine = NewEngine(RenderingDriver.Settings(
            RenderingDriver.Template("db", ScriptedTemplate.Show("secret/db", "data.x")),
            RenderingDriver.Template("user", ScriptedTemplate.Show("db/creds/app", "username")),
            RenderingDriver.Template("none", ScriptedTemplate.Show("secret/none", "data.x"))));
        var run = engine.RunAsync(stop.Token);
        _fixture.Tokens.Give("t");
        await _fixture.UntilAsync(() => engine.Snapshot() is { LastFault: not null } state && state.Files.Count(file => file.PublishedAt is not null) == 2);

        var snapshot = engine.Snapshot();

        Assert.False(snapshot.IsComplete);
        var kv = snapshot.Secrets.Single(secret => secret.Name == "vault.read(secret/db)");
        Assert.Equal((SecretState.Fresh, "7", "read"), (kv.State, kv.Version, kv.NextAction));
        var lease = snapshot.Secrets.Single(secret => secret.Name == "vault.read(db/creds/app)");
        Assert.Equal("renew", lease.NextAction);
        Assert.NotNull(lease.LeaseLeft);
        var missing = snapshot.Secrets.Single(secret => secret.Name == "vault.read(secret/none)");
        Assert.Equal((SecretState.Failing, "VI0408"), (missing.State, missing.Fault?.Code));
        Assert.Equal("VI0408", snapshot.LastFault?.Code);
        Assert.DoesNotContain("hunter2", string.Join('\n', _fixture.Log.Lines) + snapshot, StringComparison.Ordinal);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    private RenderingEngine NewEngine(RenderingSettings settings) =>
        new(settings, _fixture.Vault, new MountTable(_fixture.Vault, null), _fixture.Tokens, _fixture.Surroundings);
}
