using System.Globalization;

namespace Injector.EndToEnd.Tests.Agent.Lives;

/// <summary>
/// An app that reads all files of a volume again and again, as fast as it can. Each file says which generation it is of and how long it is; files that
/// were read while the volume's link did not move must be of one generation.
/// </summary>
internal sealed class RotationReader(string volume, IReadOnlyList<string> files)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _latest = -1;

    /// <summary>What it saw that must not be.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>How often it saw all files of one generation.</summary>
    public int Snapshots { get; private set; }

    /// <summary>Waits until the reader itself has seen a generation.</summary>
    public async Task SeenAsync(int generation, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task news;
            lock (_lock)
            {
                if (_latest >= generation || Faults.Count > 0)
                {
                    return;
                }

                news = _news.Task;
            }

            await news.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Reads until it is told to stop.</summary>
    public void Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            ReadAll();
        }
    }

    private void ReadAll()
    {
        var before = Link();
        try
        {
            var generations = files.Select(Generation).Distinct().ToList();
            if (before is not null && before == Link())
            {
                Take(generations);
            }
        }
        catch (IOException fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            // Within one look-up the link may have moved more than two generations on; a file may never be missing without that.
            if (before is not null && before == Link())
            {
                Note($"a file was missing in generation {_latest}");
            }
        }
    }

    private void Take(List<int> generations)
    {
        if (generations.Count > 1)
        {
            Note($"the files were of the generations {string.Join(", ", generations)}");
            return;
        }

        lock (_lock)
        {
            Snapshots++;
            if (generations[0] == _latest)
            {
                return;
            }

            _latest = generations[0];
            _news.TrySetResult();
            _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private int Generation(string file)
    {
        var words = File.ReadAllText(Path.Combine(volume, file)).Split(' ');
        var (generation, length) = (int.Parse(words[0], CultureInfo.InvariantCulture), int.Parse(words[1], CultureInfo.InvariantCulture));
        if (words[2].Length != length)
        {
            Note($"'{file}' of generation {generation} had {words[2].Length} characters instead of {length}");
        }

        return generation;
    }

    private string? Link() => new FileInfo(Path.Combine(volume, "..data")).LinkTarget;

    private void Note(string fault)
    {
        lock (_lock)
        {
            Faults.Add(fault);
            _news.TrySetResult();
        }
    }
}
