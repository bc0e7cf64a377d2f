using Injector.Contracts.Diagnostics;
using Injector.Rendering.Commands;
using Injector.Rendering.Processes;
using Injector.Rendering.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Rendering.Tests.Commands;

/// <summary>Real processes on fake time.</summary>
public sealed class CommandRunnerTests : IDisposable
{
    private const string Shell = "/bin/sh";

    private readonly LinuxProcessStarter _processes = new();
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly CommandRunner _runner;

    public CommandRunnerTests() => _runner = new CommandRunner(
        new CommandSurroundings(
            _processes,
            new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin", ["OWN"] = "own", ["VAULT_TOKEN"] = "hvs.x" },
            new Dictionary<string, string> { ["VAULT_ADDR"] = "http://v" }),
        _time,
        () => 0);

    [Fact]
    public async Task X6_RunsWithItsEnvironment()
    {
        Assert.Null(await RunAsync($"echo \"$OWN $VAULT_ADDR $VAULT_TOKEN.\" > {_folder.At("out")}"));

        Assert.Equal("own http://v .\n", await File.ReadAllTextAsync(_folder.At("out"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task X3_RunsInItsOwnProcessGroup()
    {
        Assert.Null(await RunAsync($"ps -o pgid= -p $$ | tr -d ' ' > {_folder.At("group")}; echo $$ > {_folder.At("process")}"));

        Assert.Equal(
            await File.ReadAllTextAsync(_folder.At("process"), TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(_folder.At("group"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task X7_StandardStreamsAreTheAgents()
    {
        Assert.Null(await RunAsync($"for n in 0 1 2; do all=\"$all$(readlink /proc/$$/fd/$n) \"; done; echo \"$all\" > {_folder.At("streams")}"));

        Assert.Equal(
            string.Concat(Enumerable.Range(0, 3).Select(stream => new FileInfo($"/proc/self/fd/{stream}").LinkTarget + " ")) + "\n",
            await File.ReadAllTextAsync(_folder.At("streams"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task X5_OtherExitCodeIsAFault()
    {
        var fault = await RunAsync("exit 7");

        Assert.Equal(Catalogue.Publishing.CommandFailed.Code, fault?.Code);
        Assert.Contains("code 7", fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task X4_TimeLimitKillsTheWholeGroup()
    {
        var ready = _folder.At("ready");
        var run = RunAsync($"(echo $$ > {ready}; exec sleep 1000) & wait");
        while (!File.Exists(ready) || new FileInfo(ready).Length == 0)
        {
            await Task.Yield();
        }

        _time.Advance(TimeSpan.FromSeconds(30));
        var fault = await run;

        Assert.Equal(Catalogue.Publishing.CommandTimedOut.Code, fault?.Code);
    }

    [Fact]
    public async Task X4_TimeLimitZeroDoesNotWait()
    {
        var command = Command("exec sleep 1") with { TimeLimit = TimeSpan.Zero };

        Assert.Null(await _runner.RunAsync(new CommandRun("/d", command, []), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task MissingProgramIsAFault()
    {
        var command = new FileCommand("no", new CommandLine.Direct(["no-such-program-here"]));

        var fault = await _runner.RunAsync(new CommandRun("/d", command, []), TestContext.Current.CancellationToken);

        Assert.Equal(Catalogue.Publishing.CommandNotStarted.Code, fault?.Code);
    }

    [Fact]
    public async Task NeedOfAShellIsAFaultThatNamesTheShellVariant()
    {
        var fault = await _runner.RunAsync(
            new CommandRun("/d", new FileCommand("a && b", new CommandLine.NeedsShell()), []),
            TestContext.Current.CancellationToken);

        Assert.Equal(Catalogue.Publishing.CommandNeedsShell.Code, fault?.Code);
        Assert.Contains("shell variant", fault?.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyShortCommandsAreAllNoticed()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => RunAsync("exit 0")));

        Assert.All(runs, Assert.Null);
    }

    public void Dispose()
    {
        _processes.Dispose();
        _folder.Dispose();
    }

    private static FileCommand Command(string text) => new(text, new CommandLine.Direct([Shell, "-c", text]));

    private Task<Diagnostic?> RunAsync(string text) => _runner.RunAsync(new CommandRun("/d", Command(text), []), TestContext.Current.CancellationToken);
}
