using System.Collections.Concurrent;

namespace Injector.Sandbox.Vault.Journal;

/// <summary>The requests a server saw, in the order in which they ended; the oldest go when there are too many.</summary>
public sealed class RequestJournal
{
    /// <summary>How many requests are remembered.</summary>
    public const int Capacity = 100_000;

    private readonly ConcurrentQueue<RequestRecord> _records = new();

    /// <summary>All remembered requests.</summary>
    public IReadOnlyList<RequestRecord> All => [.. _records];

    /// <summary>Counts requests.</summary>
    /// <param name="path">Their path below <c>/v1/</c>.</param>
    /// <returns>How many there were.</returns>
    public int Count(string path) => _records.Count(record => record.Path == path);

    /// <summary>Forgets everything.</summary>
    public void Clear() => _records.Clear();

    internal void Add(RequestRecord record)
    {
        _records.Enqueue(record);
        while (_records.Count > Capacity)
        {
            _records.TryDequeue(out _);
        }
    }
}
