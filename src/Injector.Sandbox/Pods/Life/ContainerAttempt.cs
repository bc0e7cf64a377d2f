using System.Text;
using Injector.Sandbox.Pods.Isolation;
using Injector.Sandbox.Pods.Processes;
using Injector.Sandbox.Pods.Specification;

namespace Injector.Sandbox.Pods.Life;

/// <summary>One run of a container's program.</summary>
internal sealed class ContainerAttempt(
    ContainerSpecification container,
    IReadOnlyDictionary<string, string> environment,
    IContainerBox box,
    LaunchedProcess process,
    ProcessStarter starter,
    TimeProvider time) : IAsyncDisposable
{
    /// <summary>The kubelet shows no more than this of a termination message.</summary>
    public const int MaxMessageBytes = 4096;

    // However long the pre-stop hook took, the program gets this much.
    private static readonly TimeSpan LeastGrace = TimeSpan.FromSeconds(2);
    private readonly Lock _lock = new();
    private Task? _end;

    public LaunchedProcess Process => process;

    public async Task<ExecResult> ExecuteAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var name = command.Count > 0 ? command[0] : string.Empty;
        if (!box.HasProgram(name, environment.GetValueOrDefault("PATH", string.Empty)))
        {
            return new ExecResult(126, string.Empty, $"exec: \"{name}\": executable file not found in $PATH");
        }

        var (output, error) = (new StringBuilder(), new StringBuilder());
        using var program = await LaunchedProcess.StartAsync(
            box.Execute(process.ProcessId, command, environment),
            (stream, line) => (stream == LogStream.Output ? output : error).Append(line).Append('\n'),
            starter,
            time);
        using var kill = cancellationToken.Register(() => program.Signal(Posix.Kill));
        var code = await program.Exited;
        cancellationToken.ThrowIfCancellationRequested();
        return new ExecResult(code, output.ToString(), error.ToString());
    }

    /// <summary>Pre-stop hook, SIGTERM, SIGKILL. Only the first call counts; all wait for the end.</summary>
    public Task EndAsync(TimeSpan grace, ContainerActions actions, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _end ??= StopAsync(grace, actions, cancellationToken);
        }
    }

    public string TerminationMessage()
    {
        using var file = File.OpenRead(box.TerminationMessageFile);
        var bytes = new byte[MaxMessageBytes];
        return Encoding.UTF8.GetString(bytes, 0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }

    public async ValueTask DisposeAsync()
    {
        process.Signal(Posix.Kill);
        await process.Exited;
        process.Dispose();
        await box.DisposeAsync();
    }

    private async Task StopAsync(TimeSpan grace, ContainerActions actions, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var left = grace;
        if (container.PreStop is { } hook && grace > TimeSpan.Zero && !process.Exited.IsCompleted)
        {
            await actions.RunAsync(hook, "preStop", grace, this, cancellationToken);
            left = grace - time.GetElapsedTime(started);
            left = left < LeastGrace ? LeastGrace : left;
        }

        await process.StopAsync(left, cancellationToken);
    }
}
