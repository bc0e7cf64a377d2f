using System.Collections;
using System.Collections.Concurrent;

namespace Injector.Sandbox.Pods.Processes;

/// <summary>A program of this machine that ends with this process, however this process ends.</summary>
public sealed class TetheredProcess : IAsyncDisposable
{
    private const int MaxLines = 50;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    private readonly ProcessStarter _starter;
    private readonly LaunchedProcess _process;
    private readonly ConcurrentQueue<string> _lines;

    private TetheredProcess(ProcessStarter starter, LaunchedProcess process, ConcurrentQueue<string> lines)
    {
        _starter = starter;
        _process = process;
        _lines = lines;
    }

    /// <summary>The process id.</summary>
    public int Id => _process.ProcessId;

    /// <summary>Completes with the exit code.</summary>
    public Task<int> Exited => _process.Exited;

    /// <summary>The last lines that it wrote.</summary>
    public IReadOnlyList<string> LastLines => [.. _lines];

    /// <summary>Starts a program with the variables of this process.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The running program.</returns>
    public static async Task<TetheredProcess> StartAsync(string program, IEnumerable<string> arguments, TimeProvider time)
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => entry.Key.ToString() ?? string.Empty, entry => entry.Value?.ToString() ?? string.Empty);
        string[] tether = SystemTool.Find("setpriv") is { } tool ? [tool, "--pdeathsig=KILL", "--"] : [];
        var lines = new ConcurrentQueue<string>();
        var starter = new ProcessStarter();
        try
        {
            var process = await LaunchedProcess.StartAsync(
                new ProcessPlan([.. tether, program, .. arguments], variables, null, 0),
                (_, line) => Remember(lines, line),
                starter,
                time);
            return new TetheredProcess(starter, process, lines);
        }
        catch
        {
            starter.Dispose();
            throw;
        }
    }

    /// <summary>Asks the program to end and waits for it.</summary>
    /// <returns>A task that ends with the program.</returns>
    public async ValueTask DisposeAsync()
    {
        await _process.StopAsync(Grace, CancellationToken.None);
        _process.Dispose();
        _starter.Dispose();
    }

    private static void Remember(ConcurrentQueue<string> lines, string line)
    {
        lines.Enqueue(line);
        while (lines.Count > MaxLines)
        {
            lines.TryDequeue(out _);
        }
    }
}
