using Injector.Rendering.Publishing;
using Injector.Rendering.Templating;

namespace Injector.Rendering.Commands;

/// <summary>
/// Knows which commands are due: those of files whose bytes changed in a publication, in the order of the templates, equal texts once.
/// An earlier process may have published a file and ended before its command ran; such a command is due too.
/// </summary>
internal sealed class CommandQueue
{
    private readonly Dictionary<string, UInt128> _handled = new(StringComparer.Ordinal);
    private readonly List<CommandRun> _due = [];
    private int _outstanding;

    /// <summary>Whether no command is due or running.</summary>
    public bool IsIdle => _outstanding == 0;

    /// <summary>Hashes of the file contents whose commands have run, or that need none.</summary>
    public IReadOnlyDictionary<string, UInt128> Handled => _handled;

    /// <summary>What an earlier process has done.</summary>
    public void Restore(IReadOnlyDictionary<string, UInt128> handled)
    {
        foreach (var (destination, hash) in handled)
        {
            _handled.TryAdd(destination, hash);
        }
    }

    /// <summary>Takes the results of one publication.</summary>
    public void Take(IReadOnlyList<PublishedFile> results, IReadOnlyList<TemplateSlot> slots)
    {
        foreach (var slot in slots)
        {
            foreach (var result in results)
            {
                if (result.Target.Destination == slot.Destination && result.Change != FileChange.Failed)
                {
                    Take(slot, result);
                }
            }
        }
    }

    /// <summary>The commands to run now, in order.</summary>
    public IReadOnlyList<CommandRun> TakeDue()
    {
        if (_due.Count == 0)
        {
            return [];
        }

        var due = _due.ToArray();
        _due.Clear();
        return due;
    }

    /// <summary>A command has ended, well or not.</summary>
    public void Finish(CommandRun run)
    {
        _outstanding--;
        foreach (var (destination, hash) in run.Contents)
        {
            _handled[destination] = hash;
        }
    }

    private void Take(TemplateSlot slot, PublishedFile result)
    {
        var wasMissed = _handled.TryGetValue(slot.Destination, out var handled) && handled != slot.ContentHash;
        if (slot.Template.Command is not { } command || (result.Change != FileChange.Content && !wasMissed))
        {
            _handled[slot.Destination] = slot.ContentHash;
            return;
        }

        var content = new KeyValuePair<string, UInt128>(slot.Destination, slot.ContentHash);
        if (_due.Find(run => run.Command.Text == command.Text) is { } same)
        {
            same.Contents.Add(content);
            return;
        }

        _outstanding++;
        _due.Add(new CommandRun(slot.Destination, command, [content]));
    }
}
