using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Injector.EndToEnd.Tests.HighAvailability;
using Injector.Sandbox.Administration;
using Injector.Sandbox.Admission;
using Injector.Sandbox.Certificates;
using Injector.TestKit;
using Injector.TestKit.Telemetry;
using Injector.TestKit.Webhooks;

namespace Injector.EndToEnd.Tests.Webhook;

/// <summary>Spans of the published webhook.</summary>
public sealed class TracingTests
{
    private const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string ParentId = "00f067aa0ba902b7";
    private const string Value = "value-that-must-not-leave-the-process";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Admission_IsASpanBelowTheCallersWithoutAnyContent()
    {
        await using var collector = await TraceCollector.StartAsync(Token);

        await AdmitAsync(new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_RESOURCE_ATTRIBUTES"] = "k8s.cluster.name=blue",
        });

        Assert.True(collector.Holds(Convert.FromHexString(TraceId)), "the trace is not the caller's");
        Assert.True(collector.Holds(Convert.FromHexString(ParentId)), "the parent is not the caller's span");
        Assert.All(
            (string[])["POST /mutate", "injector.decision", "injected", "injector.reason", "k8s.namespace.name", "shop", "injector-webhook", "blue"],
            text => Assert.True(collector.Holds(Encoding.UTF8.GetBytes(text)), $"'{text}' was not sent"));
        Assert.False(collector.Holds(Encoding.UTF8.GetBytes(Value)));
    }

    [Fact]
    public async Task NothingIsSent_WhenTheSdkIsDisabled()
    {
        await using var collector = await TraceCollector.StartAsync(Token);

        await AdmitAsync(new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_SDK_DISABLED"] = "true",
        });

        Assert.Empty(collector.Messages);
    }

    // Spans that are left are sent before the process ends.
    private static async Task AdmitAsync(IReadOnlyDictionary<string, string> environment)
    {
        Assert.SkipUnless(File.Exists(PublishedPrograms.Webhook), "The webhook is not published; 'make publish-webhook' does it.");
        using var certificate = new ServerCertificate(TimeProvider.System);
        string[] flags = ["-vault-address=https://vault.vault.svc:8200", $"-tls-cert-file={certificate.CertificateFile}", $"-tls-key-file={certificate.KeyFile}", "-shutdown-delay=0s"];
        await using var webhook = WebhookProcess.Start(PublishedPrograms.Webhook, "injector-0", apiServer: null, flags, environment);
        var endpoint = await webhook.EndpointAsync(Token);
        using (var http = new HttpClient(PinnedRoot.Handler(certificate.AuthorityPem)))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"https://{endpoint}/mutate")) { Content = new StringContent(Review(), MediaTypeHeaderValue.Parse("application/json")) };
            request.Headers.Add("traceparent", $"00-{TraceId}-{ParentId}-01");
            using var answer = await http.SendAsync(request, Token);
            Assert.True(answer.IsSuccessStatusCode);
        }

        await webhook.TerminateAsync(Token);
        Assert.Equal(0, await webhook.WaitForExitAsync(Token));
    }

    private static string Review()
    {
        var pod = Pods.Annotated("shop");
        if (pod["spec"]?["containers"]?[0] is JsonObject container)
        {
            container["env"] = new JsonArray(new JsonObject { ["name"] = "SETTING", ["value"] = Value });
        }

        return PodReviews.OfCreation(pod, "6054a228-137c-40ab-8190-872b895439f9").ToJsonString();
    }
}
