using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Contracts.Pods;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Administration;
using Injector.Sandbox.Kubernetes;
using Injector.Sandbox.Pods;
using Injector.Sandbox.Vault;
using Injector.TestKit;
using Injector.TestKit.Vault;
using Microsoft.Extensions.Time.Testing;

namespace Injector.EndToEnd.Tests.Agent;

/// <summary>
/// A pod as the reference injector makes it runs our agent's image with a shell unchanged: a shell line decodes the configuration, starts
/// <c>vault agent -config=…</c>, and its pre-stop hook calls <c>vault token revoke -self</c>.
/// </summary>
public sealed class ReferenceStartTests
{
    private const string StartLine = "echo ${VAULT_CONFIG?} | base64 -d > /home/vault/config.json && vault agent -config=/home/vault/config.json";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Runs_UnderTheStartContractOfTheReference()
    {
        Assert.SkipUnless(File.Exists(PublishedPrograms.Agent), "The agent is not published; 'make publish-agent' does it.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        await using var vault = await KubernetesVault.StartAsync(new SandboxVaultOptions(), limit.Token);
        await vault.WriteSecretAsync("web", new JsonObject { ["user"] = "paul" }, limit.Token);
        var kubelet = new FakeTimeProvider();
        await using var pod = await StartAsync(vault, kubelet, limit.Token);

        var status = await pod.WaitUntilReadyAsync(limit.Token);

        Assert.True(status.IsReady, $"{status.Summary}: {string.Join('\n', pod.Log.Lines.Select(line => $"{line.Container}: {line.Text}"))}");
        Assert.IsType<ContainerState.Terminated>(status.Container(ContainerNames.Init).State);
        Assert.Equal("paul", (await pod.ExecuteAsync("web", ["cat", "/vault/secrets/web"], limit.Token)).Output.Trim());
        string[] read = ["/bin/sh", "-c", $"until test -s {PodPaths.TokenSink}; do sleep 0.02; done; cat {PodPaths.TokenSink}"];
        var token = await pod.ExecuteAsync(ContainerNames.Sidecar, read, limit.Token);
        using var agent = new VaultAdministrator(vault.Server.Address, token.Output.Trim(), PinnedRoot.Handler(null));
        Assert.NotNull(await agent.ReadAsync("auth/token/lookup-self", limit.Token));

        // The shell is the container's first process and leaves SIGTERM to nobody: with this contract a pod ends with its grace period.
        var stop = pod.StopAsync(limit.Token);
        await Eventually.IsTrueAsync(() => Ended(kubelet, stop), "the pod has ended", limit.Token);
        await stop;

        var refusal = await Assert.ThrowsAsync<VaultAdministrationException>(() => agent.ReadAsync("auth/token/lookup-self", limit.Token));
        Assert.Equal(HttpStatusCode.Forbidden, refusal.Status);
    }

    private static bool Ended(FakeTimeProvider kubelet, Task stop)
    {
        kubelet.Advance(TimeSpan.FromMilliseconds(100));
        return stop.IsCompleted;
    }

    private static Task<RunningPod> StartAsync(KubernetesVault vault, TimeProvider kubelet, CancellationToken cancellationToken)
    {
        var runner = new PodRunner(new PodRunnerOptions
        {
            Images = new Dictionary<string, LocalImage> { ["agent"] = AgentImages.Shell(PublishedPrograms.Agent), ["web"] = LocalImage.Host },
            Tokens = new Tokens(vault),
            Time = kubelet,
        });
        return runner.StartAsync(JsonSerializer.SerializeToElement(Pod(vault.Server.Address.GetLeftPart(UriPartial.Authority))), cancellationToken);
    }

    private static JsonObject Pod(string address) => Json($$"""
        {
          "metadata": {"name": "web-1", "namespace": "test"},
          "spec": {
            "serviceAccountName": "app",
            "terminationGracePeriodSeconds": 20,
            "volumes": [
              {"name": "kube-api-access-abcde", "projected": {"sources": [{"serviceAccountToken": {"path": "token"} }]} },
              {"name": "home-init", "emptyDir": {"medium": "Memory"} },
              {"name": "home-sidecar", "emptyDir": {"medium": "Memory"} },
              {"name": "vault-secrets", "emptyDir": {"medium": "Memory"} }
            ],
            "initContainers": [{{Container(ContainerNames.Init, "home-init", Configuration(address, "true"), "{}")}}],
            "containers": [
              {
                "name": "web", "image": "web", "command": ["/bin/sh", "-c", "trap 'exit 0' TERM; while :; do sleep 0.1; done"],
                "volumeMounts": [{"name": "vault-secrets", "mountPath": "/vault/secrets"}]
              },
              {{Container(ContainerNames.Sidecar, "home-sidecar", Configuration(address, "false"), Revoking(address))}}
            ]
          }
        }
        """);

    private static string Revoking(string address) =>
        $$"""{"preStop": {"exec": {"command": ["/bin/sh", "-c", "/bin/sleep 0 && /bin/vault token revoke -address={{address}} -self"]} } }""";

    private static string Container(string name, string home, string configuration, string lifecycle) => $$"""
        {
          "name": "{{name}}",
          "image": "agent",
          "lifecycle": {{lifecycle}},
          "command": ["/bin/sh", "-ec"],
          "args": ["{{StartLine}}"],
          "env": [{"name": "VAULT_LOG_LEVEL", "value": "info"}, {"name": "VAULT_CONFIG", "value": "{{Convert.ToBase64String(Encoding.UTF8.GetBytes(configuration))}}"}],
          "securityContext": {"runAsUser": 100, "runAsGroup": 1000, "runAsNonRoot": true, "readOnlyRootFilesystem": true, "allowPrivilegeEscalation": false},
          "volumeMounts": [
            {"name": "{{home}}", "mountPath": "/home/vault"},
            {"name": "kube-api-access-abcde", "mountPath": "/var/run/secrets/kubernetes.io/serviceaccount", "readOnly": true},
            {"name": "vault-secrets", "mountPath": "/vault/secrets"}
          ]
        }
        """;

    private static string Configuration(string address, string exits) => $$$"""
        {
          "auto_auth": {
            "method": {"type": "kubernetes", "mount_path": "auth/kubernetes", "config": {"role": "app", "token_path": "/var/run/secrets/kubernetes.io/serviceaccount/token"}},
            "sink": [{"type": "file", "config": {"path": "/home/vault/.vault-token"}}]
          },
          "exit_after_auth": {{{exits}}},
          "pid_file": "/home/vault/.pid",
          "vault": {"address": "{{{address}}}"},
          "template": [{"destination": "/vault/secrets/web", "contents": "{{ with secret \"kv/web\" }}{{ .Data.data.user }}{{ end }}", "left_delimiter": "{{", "right_delimiter": "}}"}],
          "template_config": {"exit_on_retry_failure": true}
        }
        """;

    private static JsonObject Json(string text) => JsonNode.Parse(text)?.AsObject() ?? [];

    private sealed class Tokens(KubernetesVault vault) : IServiceAccountTokens
    {
        public SecretText Issue(ServiceAccountTokenRequest request) => new(vault.ServiceAccountToken());
    }
}
