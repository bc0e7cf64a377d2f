using System.Buffers;
using System.Text;
using Injector.Contracts.Diagnostics;
using Injector.Kube.Admission;
using Injector.Webhook.Monitoring;
using Injector.Webhook.Tracing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Admission;

/// <summary>The story of an admission call: check the envelope → read → decode → decide → answer → tell.</summary>
internal sealed class AdmissionEndpoint
{
    private const string Json = "application/json";
    private const int MaxShownContentType = 100;

    private readonly IReviewer _reviewer;
    private readonly AdmissionMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly AnswerBuffers _buffers = new();

    public AdmissionEndpoint(IReviewer reviewer, AdmissionMetrics metrics, TimeProvider time, ILogger log)
    {
        _reviewer = reviewer;
        _metrics = metrics;
        _time = time;
        _log = log;
    }

    public async Task AnswerAsync(HttpContext context)
    {
        _metrics.Begin();
        try
        {
            await AnswerCountedAsync(context);
        }
        finally
        {
            _metrics.End();
        }
    }

    private async Task AnswerCountedAsync(HttpContext context)
    {
        using var span = AdmissionSpan.Begin(context);
        var started = _time.GetTimestamp();
        if (ContentTypeFault(context.Request) is { } wrongType)
        {
            await RejectAsync(context, span, StatusCodes.Status400BadRequest, wrongType);
            return;
        }

        using var body = await RequestBody.ReadAsync(context.Request, _reviewer.MaxBodyBytes, _time, context.RequestAborted);
        if (body.Fault is { } unread)
        {
            await RejectAsync(context, span, StatusOf(unread), unread);
            return;
        }

        if (!AdmissionReviewReader.TryRead(body.Content, out var review, out var fault))
        {
            await RejectAsync(context, span, StatusCodes.Status400BadRequest, fault);
            return;
        }

        using (review)
        {
            var outcome = _reviewer.Review(review.Request);
            var buffer = _buffers.Take();
            AdmissionAnswerWriter.Write(buffer, review.Request, outcome.Answer);
            Tell(review.Request, outcome, _time.GetElapsedTime(started));
            span.Answered(review.Request, outcome);
            await SendAsync(context, buffer);
        }
    }

    // Parameters such as a charset are fine; of two headers the first counts.
    private static Diagnostic? ContentTypeFault(HttpRequest request)
    {
        var headers = request.Headers.ContentType;
        var value = headers.Count > 0 ? headers[0] ?? string.Empty : string.Empty;
        var end = value.IndexOf(';', StringComparison.Ordinal);
        var type = (end < 0 ? value.AsSpan() : value.AsSpan(0, end)).Trim();
        return type.Equals(Json, StringComparison.OrdinalIgnoreCase)
            ? null
            : Catalogue.Webhook.InvalidContentType.For("Content-Type", AdmissionTexts.Shortened(value, MaxShownContentType));
    }

    private static int StatusOf(Diagnostic fault) => fault.Code switch
    {
        _ when fault.Code == Catalogue.Webhook.BodyTooLarge.Code => StatusCodes.Status413PayloadTooLarge,
        _ when fault.Code == Catalogue.Webhook.BodyTooSlow.Code => StatusCodes.Status408RequestTimeout,
        _ => StatusCodes.Status400BadRequest,
    };

    private async Task SendAsync(HttpContext context, ArrayBufferWriter<byte> answer)
    {
        context.Response.ContentType = Json;
        context.Response.ContentLength = answer.WrittenCount;
        await context.Response.Body.WriteAsync(answer.WrittenMemory, context.RequestAborted);
        _buffers.Return(answer);
    }

    private async Task RejectAsync(HttpContext context, AdmissionSpan span, int status, Diagnostic fault)
    {
        _metrics.Rejected(fault.Code);
        span.Rejected(fault, status);
        Log.Rejected(_log, context.Request.Path, status, fault);
        var body = Encoding.UTF8.GetBytes($"{fault}\n");
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private void Tell(AdmissionRequest request, ReviewOutcome outcome, TimeSpan elapsed)
    {
        _metrics.Answered(_reviewer.Subject, request.Namespace, outcome, elapsed);
        if (_log.IsEnabled(LogLevel.Information))
        {
            Log.Answered(
                _log,
                ObjectName.Of(request),
                AdmissionTexts.Shortened(request.Namespace, ObjectName.MaxLength),
                outcome.Decision,
                outcome.Reason,
                Math.Round(elapsed.TotalMilliseconds, 3),
                AdmissionTexts.Shortened(request.Uid, ObjectName.MaxLength));
        }
    }
}
