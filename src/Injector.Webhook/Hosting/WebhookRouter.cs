using System.Text;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Webhook;
using Injector.Webhook.Admission;
using Injector.Webhook.Health;
using Injector.Webhook.Monitoring;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Hosting;

/// <summary>Path → answer. Methods do not matter and paths are compared exactly, as with the reference injector.</summary>
internal sealed class WebhookRouter
{
    private readonly AdmissionEndpoint _mutate;
    private readonly AdmissionEndpoint _workloads;
    private readonly MetricsPage _metrics;
    private readonly Readiness _readiness;
    private readonly RouterOptions _options;
    private readonly ILogger _log;

    public WebhookRouter(AdmissionEndpoint mutate, AdmissionEndpoint workloads, MetricsPage metrics, Readiness readiness, RouterOptions options, ILogger log)
    {
        _mutate = mutate;
        _workloads = workloads;
        _metrics = metrics;
        _readiness = readiness;
        _options = options;
        _log = log;
    }

    public async Task AnswerAsync(HttpContext context)
    {
        LeaveWhenEnding(context);
        try
        {
            await RouteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            Log.CallerLeft(_log, context.Request.Path);
        }
#pragma warning disable CA1031 // The last resort of this host: a fault of ours costs one request, never the process, and is logged without any content.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.InternalFault(_log, context.Request.Path, fault);
            await AnswerInternalFaultAsync(context);
        }
    }

    private Task RouteAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? string.Empty;
        if (context.Features.Get<IPlainMetricsFeature>() is not null)
        {
            return path == WebhookPaths.Metrics ? _metrics.AnswerAsync(context) : WriteAsync(context, StatusCodes.Status404NotFound, "404 page not found\n");
        }

        return path switch
        {
            WebhookPaths.Mutate => AdmitAsync(context, _mutate),
            WebhookPaths.ValidateWorkloads => AdmitAsync(context, _workloads),
            WebhookPaths.Live => WriteAsync(context, StatusCodes.Status204NoContent, string.Empty),
            WebhookPaths.Ready => AnswerReadyAsync(context),
            _ when path == _options.TelemetryPath && path.Length > 0 => _metrics.AnswerAsync(context),
            _ => WriteAsync(context, StatusCodes.Status404NotFound, "404 page not found\n"),
        };
    }

    private Task AdmitAsync(HttpContext context, AdmissionEndpoint endpoint) => _options.RequiresClientCertificate && context.Connection.ClientCertificate is null
        ? WriteAsync(context, StatusCodes.Status403Forbidden, $"{Catalogue.Webhook.CallerNotTrusted.For("client certificate")}\n")
        : endpoint.AnswerAsync(context);

    // The probes get an empty answer; a person who adds ?verbose gets the conditions.
    private Task AnswerReadyAsync(HttpContext context) => context.Request.Query.ContainsKey("verbose")
        ? WriteAsync(context, _readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, _readiness.Report)
        : _readiness.IsReady
        ? WriteAsync(context, StatusCodes.Status204NoContent, string.Empty)
        : WriteAsync(context, StatusCodes.Status503ServiceUnavailable, $"not ready: {_readiness.Reason}\n");

    // While the process waits for its end, callers are sent away connection by connection: each answer closes its connection (HTTP/2: GOAWAY),
    // so that the next call goes to another replica and none is under way when the listener closes.
    private void LeaveWhenEnding(HttpContext context)
    {
        if (_readiness.IsEnding)
        {
            context.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
        }
    }

    private static async Task AnswerInternalFaultAsync(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        await WriteAsync(context, StatusCodes.Status500InternalServerError, $"{Catalogue.Webhook.InternalFault.For("request")}\n");
    }

    private static async Task WriteAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        if (text.Length > 0)
        {
            var body = Encoding.UTF8.GetBytes(text);
            context.Response.ContentType = "text/plain; charset=utf-8";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
