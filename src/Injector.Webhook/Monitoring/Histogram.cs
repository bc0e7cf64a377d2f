namespace Injector.Webhook.Monitoring;

/// <summary>A histogram without labels.</summary>
internal sealed class Histogram
{
    private readonly string _name;
    private readonly string _help;
    private readonly double[] _bounds;
    private readonly long[] _counts;
    private double _sum;

    public Histogram(string name, string help, params double[] bounds)
    {
        _name = name;
        _help = help;
        _bounds = bounds;
        _counts = new long[bounds.Length + 1];
    }

    public void Observe(double value)
    {
        var found = Array.BinarySearch(_bounds, value);
        Interlocked.Increment(ref _counts[found < 0 ? ~found : found]);
        double before;
        do
        {
            before = _sum;
        }
        while (Interlocked.CompareExchange(ref _sum, before + value, before).CompareTo(before) != 0);
    }

    public void Write(PrometheusText text)
    {
        text.Family(_name, "histogram", _help);
        var total = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            total += Interlocked.Read(ref _counts[i]);
            text.Sample($"{_name}_bucket", total, ("le", PrometheusText.Number(i < _bounds.Length ? _bounds[i] : double.PositiveInfinity)));
        }

        text.Sample($"{_name}_sum", Volatile.Read(ref _sum));
        text.Sample($"{_name}_count", total);
    }
}
