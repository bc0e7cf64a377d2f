using System.Text;
using Injector.Webhook.Monitoring;

namespace Injector.Webhook.Tests.Monitoring;

public sealed class PrometheusTextTests
{
    [Fact]
    public void Escapes_LabelValues()
    {
        var text = new PrometheusText();

        text.Sample("a", 1.5, ("l", "x\"y\\z\n"));

        Assert.Equal("a{l=\"x\\\"y\\\\z\\n\"} 1.5\n", Text(text));
    }

    [Fact]
    public void Histogram_CountsUpToEachBound()
    {
        var histogram = new Histogram("h", "help", 1, 5);
        histogram.Observe(1);
        histogram.Observe(3);
        histogram.Observe(9);
        var text = new PrometheusText();

        histogram.Write(text);

        Assert.EndsWith("h_bucket{le=\"1\"} 1\nh_bucket{le=\"5\"} 2\nh_bucket{le=\"+Inf\"} 3\nh_sum 13\nh_count 3\n", Text(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Counter_GathersWhatExceedsItsSeries()
    {
        var counter = new LabelledCounter("c", "help", "namespace", second: null, maxSeries: 2);
        foreach (var name in (string[])["a", "b", "c", "d", "a"])
        {
            counter.Add(name);
        }

        var text = new PrometheusText();
        counter.Write(text);

        Assert.EndsWith("c{namespace=\"_other\"} 2\nc{namespace=\"a\"} 2\nc{namespace=\"b\"} 1\n", Text(text), StringComparison.Ordinal);
    }

    private static string Text(PrometheusText text) => Encoding.UTF8.GetString(text.ToBytes());
}
