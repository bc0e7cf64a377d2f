using Microsoft.AspNetCore.Http;

namespace Injector.Webhook.Monitoring;

/// <summary>Answers with all metrics of the process.</summary>
internal sealed class MetricsPage
{
    private readonly IReadOnlyList<Action<PrometheusText>> _sources;

    public MetricsPage(params IReadOnlyList<Action<PrometheusText>> sources) => _sources = sources;

    public Task AnswerAsync(HttpContext context)
    {
        var text = new PrometheusText();
        foreach (var write in _sources)
        {
            write(text);
        }

        var body = text.ToBytes();
        context.Response.ContentType = PrometheusText.ContentType;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
