using System.Net;
using System.Text.Json.Nodes;
using Injector.Sandbox.Administration;
using Injector.Sandbox.Certificates;
using Injector.Sandbox.Pods;
using Injector.TestKit.Network;

namespace Injector.EndToEnd.Tests.Images;

/// <summary>The webhook's image as its user on a read-only root file system, with a certificate from a Secret.</summary>
public sealed class WebhookImageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(ImageSource.Layout)]
    [InlineData(ImageSource.Built)]
    public async Task Answers_ReadyOverTlsAndEndsWithZero(ImageSource source)
    {
        using var image = await ImageUnderTest.OpenAsync("webhook", source);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        using var certificate = new ServerCertificate(TimeProvider.System);
        var objects = new ClusterObjects();
        objects.AddSecret("injector", "certificate", new Dictionary<string, byte[]>
        {
            ["tls.crt"] = await File.ReadAllBytesAsync(certificate.CertificateFile, limit.Token),
            ["tls.key"] = await File.ReadAllBytesAsync(certificate.KeyFile, limit.Token),
        });
        var options = new PodRunnerOptions
        {
            Images = new Dictionary<string, LocalImage> { ["webhook"] = image.ToLocalImage() },
            Tokens = new ImagePods.NoTokens(),
            Objects = objects,
            Time = TimeProvider.System,
        };
        var port = LoopbackPort.Free();
        await using var pod = await ImagePods.StartAsync(options, Pod(port), limit.Token);
        await pod.WaitUntilReadyAsync(limit.Token);

        using var http = new HttpClient(PinnedRoot.Handler(certificate.AuthorityPem));
        using var answer = await http.GetAsync(new Uri($"https://127.0.0.1:{port}/health/ready"), limit.Token);

        Assert.True(answer.StatusCode == HttpStatusCode.NoContent, ImagePods.Report(pod));
        var ended = await pod.StopAsync(limit.Token);
        Assert.Equal(0, Assert.IsType<ContainerState.Terminated>(ended.Container("webhook").State).ExitCode);
    }

    private static JsonObject Pod(int port) => JsonNode.Parse($$"""
        {
          "metadata": {"name": "injector-1", "namespace": "injector"},
          "spec": {
            "volumes": [{"name": "certificate", "secret": {"secretName": "certificate"} }],
            "containers": [
              {
                "name": "webhook",
                "image": "webhook",
                "args": [
                  "agent-inject", "-listen=127.0.0.1:{{port}}", "-vault-address=http://127.0.0.1:8200", "-shutdown-delay=0s",
                  "-tls-cert-file=/etc/webhook/certs/tls.crt", "-tls-key-file=/etc/webhook/certs/tls.key"
                ],
                "readinessProbe": {"tcpSocket": {"port": {{port}} }, "periodSeconds": 1},
                "securityContext": {"runAsUser": 100, "runAsGroup": 1000, "runAsNonRoot": true, "readOnlyRootFilesystem": true, "allowPrivilegeEscalation": false},
                "volumeMounts": [{"name": "certificate", "mountPath": "/etc/webhook/certs", "readOnly": true}]
              }
            ]
          }
        }
        """)?.AsObject() ?? [];
}
