namespace Injector.Sandbox.Pods;

/// <summary>What the containers of a pod wrote, in the order in which it arrived.</summary>
public sealed class PodLog
{
    /// <summary>Older lines are forgotten beyond this number.</summary>
    public const int MaxLines = 20_000;

    private readonly Lock _lock = new();
    private readonly Queue<PodLogLine> _lines = new();
    private readonly List<Watcher> _watchers = [];

    internal PodLog()
    {
    }

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<PodLogLine> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>The lines of one container so far.</summary>
    /// <param name="container">Its name.</param>
    /// <returns>The lines, oldest first.</returns>
    public IReadOnlyList<PodLogLine> Of(string container) => [.. Lines.Where(line => line.Container == container)];

    /// <summary>Waits for a line; one that is there already counts.</summary>
    /// <param name="predicate">Chooses the line.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The first line that was chosen.</returns>
    public Task<PodLogLine> WaitForAsync(Func<PodLogLine, bool> predicate, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_lines.FirstOrDefault(predicate) is { } found)
            {
                return Task.FromResult(found);
            }

            var watcher = new Watcher(predicate, new TaskCompletionSource<PodLogLine>(TaskCreationOptions.RunContinuationsAsynchronously));
            _watchers.Add(watcher);
            return watcher.Found.Task.WaitAsync(cancellationToken);
        }
    }

    internal void Add(PodLogLine line)
    {
        lock (_lock)
        {
            _lines.Enqueue(line);
            if (_lines.Count > MaxLines)
            {
                _lines.Dequeue();
            }

            foreach (var watcher in _watchers.Where(watcher => watcher.Predicate(line)).ToList())
            {
                _watchers.Remove(watcher);
                watcher.Found.SetResult(line);
            }
        }
    }

    private sealed record Watcher(Func<PodLogLine, bool> Predicate, TaskCompletionSource<PodLogLine> Found);
}
