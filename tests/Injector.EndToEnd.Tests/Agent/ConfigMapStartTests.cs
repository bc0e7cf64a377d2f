using System.Text;
using System.Text.Json;
using Injector.Contracts.Pods;
using Injector.EndToEnd.Tests.Images;
using Injector.Sandbox.Pods;
using Injector.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace Injector.EndToEnd.Tests.Agent;

/// <summary>A pod with a configuration of its own (<c>agent-configmap</c>): HCL from a ConfigMap, the server's address from the environment.</summary>
public sealed class ConfigMapStartTests
{
    [Fact]
    public async Task Runs_WithTheFilesOfAConfigMap()
    {
        Assert.SkipUnless(File.Exists(PublishedPrograms.Agent), "The agent is not published; 'make publish-agent' does it.");
        await using var server = await WebPodServer.StartAsync();
        var objects = new ClusterObjects();
        objects.AddConfigMap("test", "web-agent", new Dictionary<string, byte[]>
        {
            ["config-init.hcl"] = Encoding.UTF8.GetBytes("exit_after_auth = true\n" + Configuration),
            ["config.hcl"] = Encoding.UTF8.GetBytes("exit_after_auth = false\n" + Configuration),
        });
        var runner = new PodRunner(server.OptionsFor(AgentImages.Shell(PublishedPrograms.Agent)) with { Objects = objects, Time = new FakeTimeProvider() });
        var document = Pod(server.Vault.Server.Address.GetLeftPart(UriPartial.Authority));
        await using var pod = await runner.StartAsync(JsonDocument.Parse(document).RootElement, server.Limit);

        var status = await pod.WaitUntilReadyAsync(server.Limit);

        Assert.True(status.IsReady, ImagePods.Report(pod));
        Assert.IsType<ContainerState.Terminated>(status.Container(ContainerNames.Init).State);
        Assert.Equal("paul", (await pod.ExecuteAsync("web", ["cat", "/vault/secrets/web"], server.Limit)).Output.Trim());
        string[] read = ["/bin/sh", "-c", $"until test -s {PodPaths.TokenSink}; do sleep 0.02; done; cat {PodPaths.TokenSink}"];
        Assert.StartsWith("hvs.", (await pod.ExecuteAsync(ContainerNames.Sidecar, read, server.Limit)).Output, StringComparison.Ordinal);
    }

    private const string Configuration = """
        pid_file = "/home/vault/.pid"

        auto_auth {
          method "kubernetes" {
            mount_path = "auth/kubernetes"
            config = { role = "app" }
          }
          sink "file" {
            config = { path = "/home/vault/.vault-token" }
          }
        }

        template {
          destination = "/vault/secrets/web"
          contents    = <<EOT
        {{ with secret "kv/web" }}{{ .Data.data.user }}{{ end }}
        EOT
        }
        """;

    private static string Pod(string address) => $$"""
        {
          "metadata": {"name": "web-1", "namespace": "test"},
          "spec": {
            "serviceAccountName": "app",
            "volumes": [
              {"name": "kube-api-access-abcde", "projected": {"sources": [{"serviceAccountToken": {"path": "token"} }]} },
              {"name": "home-init", "emptyDir": {"medium": "Memory"} },
              {"name": "home-sidecar", "emptyDir": {"medium": "Memory"} },
              {"name": "vault-config", "configMap": {"name": "web-agent"} },
              {"name": "vault-secrets", "emptyDir": {"medium": "Memory"} }
            ],
            "initContainers": [{{Container(ContainerNames.Init, "home-init", "config-init.hcl", address)}}],
            "containers": [
              {
                "name": "web", "image": "web", "command": ["/bin/sh", "-c", "trap 'exit 0' TERM; while :; do sleep 0.1; done"],
                "volumeMounts": [{"name": "vault-secrets", "mountPath": "/vault/secrets"}]
              },
              {{Container(ContainerNames.Sidecar, "home-sidecar", "config.hcl", address)}}
            ]
          }
        }
        """;

    private static string Container(string name, string home, string file, string address) => $$"""
        {
          "name": "{{name}}",
          "image": "agent",
          "command": ["/bin/sh", "-ec"],
          "args": ["touch {{PodPaths.TokenSink}} && vault agent -config=/vault/configs/{{file}}"],
          "env": [{"name": "VAULT_LOG_LEVEL", "value": "info"}, {"name": "VAULT_ADDR", "value": "{{address}}"}],
          "securityContext": {"runAsUser": 100, "runAsGroup": 1000, "runAsNonRoot": true, "readOnlyRootFilesystem": true, "allowPrivilegeEscalation": false},
          "volumeMounts": [
            {"name": "{{home}}", "mountPath": "/home/vault"},
            {"name": "kube-api-access-abcde", "mountPath": "/var/run/secrets/kubernetes.io/serviceaccount", "readOnly": true},
            {"name": "vault-config", "mountPath": "/vault/configs", "readOnly": true},
            {"name": "vault-secrets", "mountPath": "/vault/secrets"}
          ]
        }
        """;
}
