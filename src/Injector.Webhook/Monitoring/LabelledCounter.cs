using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Injector.Webhook.Monitoring;

/// <summary>A counter with up to two labels and an upper bound of series: what exceeds it is counted under <c>_other</c>.</summary>
internal sealed class LabelledCounter
{
    private const string Other = "_other";

    private readonly ConcurrentDictionary<(string First, string Second), StrongBox<long>> _series = new();
    private readonly string _name;
    private readonly string _help;
    private readonly string _first;
    private readonly string? _second;
    private readonly int _maxSeries;

    public LabelledCounter(string name, string help, string first, string? second, int maxSeries)
    {
        _name = name;
        _help = help;
        _first = first;
        _second = second;
        _maxSeries = maxSeries;
    }

    public void Add(string first, string second = "")
    {
        if (!_series.TryGetValue((first, second), out var count))
        {
            count = _series.GetOrAdd(_series.Count < _maxSeries ? (first, second) : (Other, second), static _ => new StrongBox<long>());
        }

        Interlocked.Increment(ref count.Value);
    }

    public void Write(PrometheusText text)
    {
        text.Family(_name, "counter", _help);
        foreach (var ((first, second), count) in _series.OrderBy(static series => series.Key))
        {
            var value = Interlocked.Read(ref count.Value);
            if (_second is null)
            {
                text.Sample(_name, value, (_first, first));
            }
            else
            {
                text.Sample(_name, value, (_first, first), (_second, second));
            }
        }
    }
}
