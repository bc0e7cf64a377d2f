using System.Diagnostics;

namespace Injector.Sandbox.Pods.Processes;

/// <summary>A running program of a container, seen through the wrappers that put it into its place.</summary>
internal sealed class LaunchedProcess : IDisposable
{
    // How often the kernel is asked whether the wrappers have done their work: real time, whatever clock the pod has.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(1);
    private const int SignalExit = 128;
    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly Lock _turn = new();
    private bool _isDisposed;

    // unshare cannot pass SIGKILL on: it complains on the program's standard error and ends with 1.
    private volatile bool _isKilled;

    private LaunchedProcess(Process process, Action<LogStream, string> write, TimeProvider time)
    {
        _process = process;
        _time = time;
        StartedAt = time.GetUtcNow();
        ProcessId = process.Id;
        Exited = RunAsync(write);
    }

    /// <summary>The program itself; until it is found, its outermost wrapper.</summary>
    public int ProcessId { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Its exit code, 128 + signal when a signal ended it; completes when its output was read to the end.</summary>
    public Task<int> Exited { get; }

    public static async Task<LaunchedProcess> StartAsync(ProcessPlan plan, Action<LogStream, string> write, ProcessStarter starter, TimeProvider time)
    {
        var start = new ProcessStartInfo(plan.Command[0])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = plan.WorkingDirectory ?? string.Empty,
        };
        foreach (var argument in plan.Command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (name, value) in plan.Environment)
        {
            start.Environment[name] = value;
        }

        var process = await starter.StartAsync(start);
        process.StandardInput.Close();
        var launched = new LaunchedProcess(process, write, time);
        await launched.FindProgramAsync(plan.Wrappers);
        return launched;
    }

    /// <summary>Sends a signal; does nothing when the process is over and put away, which whoever stops a pod may find out late.</summary>
    public void Signal(int signal)
    {
        lock (_turn)
        {
            if (_isDisposed)
            {
                return;
            }

            _isKilled |= signal == Posix.Kill && !_process.HasExited;
            Posix.Signal(ProcessId, signal);
        }
    }

    /// <summary>Asks it to end, and ends it when the patience is over.</summary>
    public async Task StopAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        // The clock starts before the signal, so that whoever sees the signal's effect knows that it runs.
        var ended = Exited.WaitAsync(patience, _time, cancellationToken);
        Signal(Posix.Terminate);
        try
        {
            await ended;
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            Signal(Posix.Kill);
            await Exited;
        }
    }

    public void Dispose()
    {
        lock (_turn)
        {
            _isDisposed = true;
            _process.Dispose();
        }
    }

    private async Task FindProgramAsync(int wrappers)
    {
        while (!_process.HasExited)
        {
            if (ProcessTree.Find(_process.Id, wrappers) is { } found)
            {
                (ProcessId, StartedAt) = (found, _time.GetUtcNow());
                return;
            }

            await Task.Delay(LookAgain, TimeProvider.System);
        }
    }

    private async Task<int> RunAsync(Action<LogStream, string> write)
    {
        var output = PumpAsync(_process.StandardOutput, line => write(LogStream.Output, line));
        var error = PumpAsync(_process.StandardError, line =>
        {
            if (!_isKilled || !line.StartsWith("unshare: ", StringComparison.Ordinal))
            {
                write(LogStream.Error, line);
            }
        });
        await _process.WaitForExitAsync();

        // Without namespaces a child may outlive the program and keep the pipes open.
        Posix.SignalGroup(_process.Id, Posix.Kill);
        await Task.WhenAll(output, error);
        return _isKilled ? SignalExit + Posix.Kill : _process.ExitCode;
    }

    private static async Task PumpAsync(StreamReader reader, Action<string> write)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            write(line);
        }
    }
}
