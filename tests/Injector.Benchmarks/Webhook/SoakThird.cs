using System.Globalization;

namespace Injector.Benchmarks.Webhook;

/// <summary>What a webhook had of memory, handles and threads during a third of a soak, looked at again and again.</summary>
internal sealed class SoakThird
{
    /// <summary>How often it must have been looked at before anything can be said.</summary>
    public const int MinReadings = 3;

    // A leak of ten bytes per admission is more than a tenth of the memory in a third of a million. The middle of the readings counts: the heap rises
    // and falls between collections by as much.
    private const double MaxGrowth = 1.10;
    private const int Slack = 4;

    private readonly List<long> _resident = [];
    private int _handles;
    private int _threads;

    public bool IsKnown => _resident.Count >= MinReadings;

    private long Median => _resident.Order().ElementAt(_resident.Count / 2);

    public void Add(long resident, int handles, int threads)
    {
        _resident.Add(resident);
        _handles = Math.Max(_handles, handles);
        _threads = Math.Max(_threads, threads);
    }

    /// <summary>Why this is more than in an earlier third; empty when it is not.</summary>
    public string GrowthSince(SoakThird earlier) => string.Join(", ", (IEnumerable<string>)
    [
        .. Median > earlier.Median * MaxGrowth ? (string[])["memory"] : [],
        .. _handles > earlier._handles + Slack ? (string[])["handles"] : [],
        .. _threads > earlier._threads + Slack ? (string[])["threads"] : [],
    ]);

    public override string ToString() => IsKnown
        ? string.Create(CultureInfo.InvariantCulture, $"{Mebibytes(Median)} MiB ({Mebibytes(_resident.Min())} to {Mebibytes(_resident.Max())}, {_resident.Count} readings), at most {_handles} handles, {_threads} threads")
        : $"{_resident.Count} readings, which are too few";

    private static string Mebibytes(long bytes) => (bytes / 1048576.0).ToString("F1", CultureInfo.InvariantCulture);
}
