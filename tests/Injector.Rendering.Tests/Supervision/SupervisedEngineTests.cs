using Injector.Rendering.Processes;
using Injector.Rendering.Publishing;
using Injector.Rendering.Running;
using Injector.Rendering.Supervision;
using Injector.Rendering.Templating;
using Injector.Rendering.Tests.Fakes;
using Injector.Rendering.Tests.Running;
using Injector.Vault.Kv;

namespace Injector.Rendering.Tests.Supervision;

/// <summary>The rules E1 to E5 of the process supervisor.</summary>
public sealed class SupervisedEngineTests : IDisposable
{
    private readonly EngineFixture _fixture = new();
    private readonly CancellationTokenSource _stop = new();

    public SupervisedEngineTests() => _fixture.Vault.OnKv2("secret/data/db", 1, """{"x":"one"}""");

    [Fact]
    public async Task E2_StartsWithRenderedVariables_WhichReplaceInheritedOnes()
    {
        var run = Start(VariableChange.Restarts);
        await StartedAsync(1);

        Assert.Equal(["app", "--serve"], _fixture.Processes.Started[0].Request.Words);
        Assert.Equal("one", _fixture.Processes.Started[0].Request.Environment["NAME"]);
        Assert.Equal("/bin", _fixture.Processes.Started[0].Request.Environment["PATH"]);
        await StopAsync(run);
    }

    [Fact]
    public async Task E3_ChangeRestartsTheProcess()
    {
        var run = Start(VariableChange.Restarts);
        await StartedAsync(1);

        _fixture.Vault.OnKv2("secret/data/db", 2, """{"x":"two"}""");
        await StartedAsync(2);

        Assert.Equal([SignalNumber.Terminate], _fixture.Processes.Started[0].Signals);
        Assert.Equal("two", _fixture.Processes.Started[1].Request.Environment["NAME"]);
        await StopAsync(run);
    }

    [Fact]
    public async Task E3_ProcessThatDoesNotEndIsKilledAfter30Seconds()
    {
        var run = Start(VariableChange.Restarts);
        await StartedAsync(1);
        _fixture.Processes.Started[0].IgnoresTerminate = true;

        _fixture.Vault.OnKv2("secret/data/db", 2, """{"x":"two"}""");
        await StartedAsync(2);

        Assert.Equal([SignalNumber.Terminate, SignalNumber.Kill], _fixture.Processes.Started[0].Signals);
        await StopAsync(run);
    }

    [Fact]
    public async Task E3_NeverOnlyLogs()
    {
        var run = Start(VariableChange.IsLogged);
        await StartedAsync(1);

        _fixture.Vault.OnKv2("secret/data/db", 2, """{"x":"two"}""");
        await _fixture.UntilAsync(() => _fixture.Log.Count("goes on with the old one") == 1);

        Assert.Single(_fixture.Processes.Started);
        await StopAsync(run);
    }

    [Fact]
    public async Task E4_EndsWithTheProcessAndItsCode()
    {
        var run = Start(VariableChange.Restarts);
        await StartedAsync(1);

        _fixture.Processes.Started[0].End(42);

        Assert.Equal(42, (await run).ExitCode);
    }

    [Fact]
    public async Task E5_StopsTheProcessWhenTheAgentIsStopped()
    {
        var run = Start(VariableChange.Restarts);
        await StartedAsync(1);

        await StopAsync(run);

        Assert.Equal([SignalNumber.Terminate], _fixture.Processes.Started[0].Signals);
    }

    [Fact]
    public async Task NoProcessInInitMode()
    {
        var settings = Settings with { Completion = Completion.AfterFirstPublication };
        var run = NewEngine(settings, VariableChange.Restarts).RunAsync(_stop.Token);
        _fixture.Tokens.Give("t");

        Assert.Equal(0, (await run).ExitCode);
        Assert.Empty(_fixture.Processes.Started);
    }

    public void Dispose() => _stop.Dispose();

    private static RenderingSettings Settings => new()
    {
        Templates = [new FileTemplate(new FileTarget("NAME"), ScriptedTemplate.Show("secret/db", "data.x"))],
        Volumes = VolumeRoots.For([], [], PublishingStyle.PlainFiles),
    };

    private Task<RenderingOutcome> Start(VariableChange change)
    {
        var run = NewEngine(Settings, change).RunAsync(_stop.Token);
        _fixture.Tokens.Give("t");
        return run;
    }

    private SupervisedEngine NewEngine(RenderingSettings settings, VariableChange change) => new(
        settings,
        new SupervisedProgram(["app", "--serve"]) { Change = change },
        _fixture.Vault,
        new MountTable(_fixture.Vault, null),
        _fixture.Tokens,
        _fixture.Surroundings);

    private Task StartedAsync(int count) => _fixture.UntilAsync(() => _fixture.Processes.Started.Count == count);

    private async Task StopAsync(Task<RenderingOutcome> run)
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }
}
