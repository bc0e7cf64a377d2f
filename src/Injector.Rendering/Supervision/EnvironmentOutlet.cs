using System.Text;
using Injector.Rendering.Publishing;

namespace Injector.Rendering.Supervision;

/// <summary>Takes rendered output as the variables of a supervised process.</summary>
internal sealed class EnvironmentOutlet : IOutlet
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, string> _variables = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next change.</summary>
    public Task Changed
    {
        get
        {
            lock (_lock)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>The variables as they are.</summary>
    public IReadOnlyDictionary<string, string> Variables
    {
        get
        {
            lock (_lock)
            {
                return new SortedDictionary<string, string>(_variables, StringComparer.Ordinal);
            }
        }
    }

    public IReadOnlyList<PublishedFile> Publish(IReadOnlyList<PendingFile> files)
    {
        var results = new List<PublishedFile>(files.Count);
        lock (_lock)
        {
            var hasChanged = false;
            foreach (var file in files)
            {
                var value = Encoding.UTF8.GetString(file.Content.Span);
                var isSame = _variables.TryGetValue(file.Target.Destination, out var known) && known == value;
                _variables[file.Target.Destination] = value;
                hasChanged |= !isSame;
                results.Add(new PublishedFile(file.Target, isSame ? FileChange.None : FileChange.Content, null));
            }

            if (hasChanged)
            {
                _changed.TrySetResult();
                _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        return results;
    }

    // A process keeps the variables it was started with; taking one away would only break its next start.
    public bool Withdraw(string destination) => false;

    public void Sweep()
    {
        // Nothing is left behind.
    }
}
