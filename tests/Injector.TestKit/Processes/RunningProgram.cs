using System.Collections.Concurrent;
using System.Diagnostics;

namespace Injector.TestKit.Processes;

/// <summary>A program that runs beside the test, with everything it says.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly Action<RunningProgram, string?> _onLine;

    private RunningProgram(Process process, Action<RunningProgram, string?> onLine)
    {
        _process = process;
        _onLine = onLine;
        process.OutputDataReceived += Collect;
        process.ErrorDataReceived += Collect;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The process's id.</summary>
    public int Id => _process.Id;

    /// <summary>Everything it said so far, line by line.</summary>
    public IReadOnlyList<string> Log => [.. _log];

    /// <summary>Starts a program.</summary>
    /// <param name="program">The executable.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">All variables of the process.</param>
    /// <param name="onLine">Told of each line of both outputs, and of null when one of them ends.</param>
    /// <returns>The running program.</returns>
    public static RunningProgram Start(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        Action<RunningProgram, string?> onLine)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new RunningProgram(Process.Start(start) ?? throw new InvalidOperationException($"'{program}' did not start."), onLine);
    }

    /// <summary>Sends a signal.</summary>
    /// <param name="name">For example <c>TERM</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the signal was sent.</returns>
    public async Task SignalAsync(string name, CancellationToken cancellationToken)
    {
        var result = await CommandLine.RunAsync("kill", [$"-{name}", $"{_process.Id}"], cancellationToken);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException(result.Error);
        }
    }

    /// <summary>Ends it in the middle of whatever it does.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits until it has ended.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Collect(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            _log.Enqueue(text);
        }

        _onLine(this, line.Data);
    }
}
