using System.Text;
using System.Text.Json.Nodes;
using Injector.Contracts.Pods;

namespace Injector.EndToEnd.Tests.Agent;

/// <summary>A pod as the reference injector patches it: a shell line decodes the configuration and starts the agent, a hook revokes its token.</summary>
internal static class ReferencePod
{
    private const string StartLine = "echo ${VAULT_CONFIG?} | base64 -d > /home/vault/config.json && vault agent -config=/home/vault/config.json";

    /// <summary>Makes the pod.</summary>
    /// <param name="vault">The server to log in to.</param>
    public static JsonObject Create(Uri vault) => Create(vault.GetLeftPart(UriPartial.Authority));

    private static JsonObject Create(string address) => JsonNode.Parse($$"""
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
        """)?.AsObject() ?? [];

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
}
