using System.Text;
using System.Text.Json.Nodes;
using Injector.Contracts.Pods;

namespace Injector.EndToEnd.Tests.Images;

/// <summary>A pod with our agent as its image starts it, and an app that reads the files.</summary>
internal static class AgentPod
{
    public static JsonObject Create(Uri vault) => JsonNode.Parse($$"""
        {
          "metadata": {"name": "web-1", "namespace": "test"},
          "spec": {
            "serviceAccountName": "app",
            "terminationGracePeriodSeconds": 20,
            "volumes": [
              {"name": "kube-api-access-abcde", "projected": {"sources": [{"serviceAccountToken": {"path": "token"} }]} },
              {"name": "home-sidecar", "emptyDir": {"medium": "Memory"} },
              {"name": "vault-secrets", "emptyDir": {"medium": "Memory"} }
            ],
            "initContainers": [
              {
                "name": "{{ContainerNames.Sidecar}}",
                "image": "agent",
                "restartPolicy": "Always",
                "lifecycle": {"postStart": {"exec": {"command": ["{{PodPaths.AgentExecutable}}", "wait"]} } },
                "env": [{"name": "VAULT_CONFIG", "value": "{{Convert.ToBase64String(Encoding.UTF8.GetBytes(Configuration(vault)))}}"}],
                "securityContext": {"runAsUser": 100, "runAsGroup": 1000, "runAsNonRoot": true, "readOnlyRootFilesystem": true, "allowPrivilegeEscalation": false},
                "volumeMounts": [
                  {"name": "home-sidecar", "mountPath": "/home/vault"},
                  {"name": "kube-api-access-abcde", "mountPath": "/var/run/secrets/kubernetes.io/serviceaccount", "readOnly": true},
                  {"name": "vault-secrets", "mountPath": "/vault/secrets"}
                ]
              }
            ],
            "containers": [
              {
                "name": "web", "image": "web", "command": ["/bin/sh", "-c", "trap 'exit 0' TERM; while :; do sleep 0.1; done"],
                "volumeMounts": [{"name": "vault-secrets", "mountPath": "/vault/secrets", "readOnly": true}]
              }
            ]
          }
        }
        """)?.AsObject() ?? [];

    private static string Configuration(Uri vault) => $$$"""
        {
          "auto_auth": {
            "method": {"type": "kubernetes", "mount_path": "auth/kubernetes", "config": {"role": "app", "token_path": "/var/run/secrets/kubernetes.io/serviceaccount/token"}},
            "sink": [{"type": "file", "config": {"path": "/home/vault/.vault-token"}}]
          },
          "pid_file": "/home/vault/.pid",
          "vault": {"address": "{{{vault.GetLeftPart(UriPartial.Authority)}}}"},
          "template": [{"destination": "/vault/secrets/web", "contents": "{{ with secret \"kv/web\" }}{{ .Data.data.user }}{{ end }}"}],
          "template_config": {"exit_on_retry_failure": true, "static_secret_render_interval": "100ms"},
          "injector": {"init_patience": "20s", "volumes": [{"path": "/vault/secrets"}]}
        }
        """;
}
