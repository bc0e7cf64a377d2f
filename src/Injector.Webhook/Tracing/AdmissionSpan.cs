using System.Diagnostics;
using Injector.Contracts.Diagnostics;
using Injector.Kube.Admission;
using Injector.Webhook.Admission;
using Microsoft.AspNetCore.Http;

namespace Injector.Webhook.Tracing;

/// <summary>
/// The span of one admission call. Its parent is the API server's, which the request names. It tells what the log tells: names and the decision,
/// nothing of the pod's content. Nothing is made while nobody listens.
/// </summary>
internal readonly struct AdmissionSpan : IDisposable
{
    /// <summary>What listeners ask for.</summary>
    public const string SourceName = "Injector.Webhook";

    private static readonly ActivitySource Source = new(SourceName, ProductVersion.Text);

    private readonly Activity? _activity;

    private AdmissionSpan(Activity? activity) => _activity = activity;

    public static AdmissionSpan Begin(HttpContext context) => Source.HasListeners() ? new AdmissionSpan(Start(context)) : default;

    public void Answered(AdmissionRequest request, ReviewOutcome outcome)
    {
        if (_activity is null)
        {
            return;
        }

        _activity.SetTag("k8s.namespace.name", AdmissionTexts.Shortened(request.Namespace, ObjectName.MaxLength));
        _activity.SetTag("k8s.pod.name", ObjectName.Of(request));
        _activity.SetTag("injector.decision", outcome.Decision);
        _activity.SetTag("injector.reason", outcome.Reason);
        _activity.SetTag("injector.review.uid", AdmissionTexts.Shortened(request.Uid, ObjectName.MaxLength));
        _activity.SetTag("http.response.status_code", StatusCodes.Status200OK);
    }

    public void Rejected(Diagnostic fault, int status)
    {
        _activity?.SetTag("error.type", fault.Code);
        _activity?.SetTag("http.response.status_code", status);
        _activity?.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose() => _activity?.Dispose();

    private static Activity? Start(HttpContext context)
    {
        var headers = context.Request.Headers;
        _ = ActivityContext.TryParse(headers.TraceParent, headers.TraceState, isRemote: true, out var parent);
        return Source.StartActivity($"POST {context.Request.Path}", ActivityKind.Server, parent);
    }
}
