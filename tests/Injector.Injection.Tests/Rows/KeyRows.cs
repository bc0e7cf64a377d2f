using System.Text.Json.Nodes;
using Injector.Injection.Tests.Fixtures;

namespace Injector.Injection.Tests.Rows;

/// <summary>Each annotation of the reference: a value, and where it shows. The row is the key.</summary>
internal static class KeyRows
{
    private static readonly (string Key, string Value, string Where, string? Json)[] Effects =
    [
        ("agent-inject", "1", "sidecar:/name", "\"vault-agent\""),
        ("agent-request-namespace", "other", "sidecar:/name", "\"vault-agent\""),
        ("agent-inject-containers", "nobody", "pod:/spec/containers/web/volumeMounts/~1vault~1secrets", null),
        ("agent-pre-populate", "false", "pod:/spec/initContainers", null),
        ("agent-pre-populate-only", "true", "sidecar:/", null),
        ("agent-init-first", "true", "init:/name", "\"vault-agent-init\""),
        ("agent-image", "registry/agent:7", "sidecar:/image", "\"registry/agent:7\""),
        ("agent-inject-secret-Db", "db/creds/r", "config:/template/0/destination", "\"/vault/secrets/db\""),
        ("agent-inject-template-db", "{{ timestamp }}", "config:/template/0/contents", "\"{{ timestamp }}\""),
        ("agent-inject-template-file-db", "/vault/custom/t", "config:/template/0/source", "\"/vault/custom/t\""),
        ("secret-volume-path", "/run/s", "pod:/spec/containers/web/volumeMounts/~1run~1s/name", "\"vault-secrets\""),
        ("agent-inject-default-template", "JSON", "sidecar:/name", "\"vault-agent\""),
        ("agent-inject-token", "true", "config:/auto_auth/sink/1/config/path", "\"/vault/secrets/token\""),
        ("agent-limits-cpu", "1", "sidecar:/resources/limits/cpu", "\"1\""),
        ("agent-limits-mem", "1Gi", "init:/resources/limits/memory", "\"1Gi\""),
        ("agent-limits-ephemeral", "64Mi", "sidecar:/resources/limits/ephemeral-storage", "\"64Mi\""),
        ("agent-requests-cpu", "10m", "sidecar:/resources/requests/cpu", "\"10m\""),
        ("agent-requests-mem", "16Mi", "sidecar:/resources/requests/memory", "\"16Mi\""),
        ("agent-requests-ephemeral", "8Mi", "sidecar:/resources/requests/ephemeral-storage", "\"8Mi\""),
        ("agent-set-security-context", "false", "sidecar:/securityContext", null),
        ("agent-run-as-user", "+5", "sidecar:/securityContext/runAsUser", "5"),
        ("agent-run-as-group", "007", "sidecar:/securityContext/runAsGroup", "7"),
        ("agent-share-process-namespace", "true", "pod:/spec/shareProcessNamespace", "true"),
        ("agent-configmap", "cm", "pod:/spec/volumes/vault-config/configMap", "{\"name\":\"cm\"}"),
        ("agent-extra-secret", "extra", "sidecar:/volumeMounts/~1vault~1custom", "{\"name\":\"extra-secrets\",\"readOnly\":true,\"mountPath\":\"/vault/custom\"}"),
        ("agent-json-patch", "[{\"op\":\"add\",\"path\":\"/tty\",\"value\":true}]", "sidecar:/tty", "true"),
        ("agent-init-json-patch", "[{\"op\":\"add\",\"path\":\"/tty\",\"value\":true}]", "init:/tty", "true"),
        ("agent-enable-quit", "true", "config:/listener/0/agent_api/enable_quit", "true"),
        ("log-level", "trace", "sidecar:/env/VAULT_LOG_LEVEL/value", "\"trace\""),
        ("log-format", "", "sidecar:/env/VAULT_LOG_FORMAT", null),
        ("go-max-procs", "2", "sidecar:/env/GOMAXPROCS/value", "\"2\""),
        ("service", "https://v:1", "config:/vault/address", "\"https://v:1\""),
        ("namespace", "team-a", "config:/auto_auth/method/namespace", "\"team-a\""),
        ("proxy-address", "http://p", "sidecar:/env/HTTPS_PROXY/value", "\"http://p\""),
        ("tls-skip-verify", "t", "config:/vault/tls_skip_verify", "true"),
        ("tls-server-name", "v", "config:/vault/tls_server_name", "\"v\""),
        ("tls-secret", "tls", "pod:/spec/volumes/vault-tls-secrets/secret", "{\"secretName\":\"tls\"}"),
        ("ca-cert", "/vault/tls/ca", "config:/vault/ca_cert", "\"/vault/tls/ca\""),
        ("ca-key", "/vault/tls", "config:/vault/ca_path", "\"/vault/tls\""),
        ("client-cert", "/c", "config:/vault/client_cert", "\"/c\""),
        ("client-key", "/k", "config:/vault/client_key", "\"/k\""),
        ("client-max-retries", "4", "sidecar:/env/VAULT_MAX_RETRIES/value", "\"4\""),
        ("client-timeout", "9s", "sidecar:/env/VAULT_CLIENT_TIMEOUT/value", "\"9s\""),
        ("role", "other", "config:/auto_auth/method/config/role", "\"other\""),
        ("auth-type", "jwt", "config:/auto_auth/method/type", "\"jwt\""),
        ("auth-path", "auth/k", "config:/auto_auth/method/mount_path", "\"auth/k\""),
        ("auth-config-a-b", "c", "config:/auto_auth/method/config/a_b", "\"c\""),
        ("auth-min-backoff", "300ms", "config:/auto_auth/method/min_backoff", "\"300ms\""),
        ("auth-max-backoff", "-1.5h", "config:/auto_auth/method/max_backoff", "\"-1.5h\""),
        ("agent-auto-auth-exit-on-err", "true", "config:/auto_auth/method/exit_on_err", "true"),
        ("agent-service-account-token-volume-name", "kube-api-access-x", "config:/auto_auth/method/config/token_path", "\"/var/run/secrets/kubernetes.io/serviceaccount/token\""),
        ("agent-cache-enable", "true", "config:/cache/use_auto_auth_token", "\"true\""),
        ("template-config-exit-on-retry-failure", "false", "config:/template_config/exit_on_retry_failure", "false"),
        ("template-static-secret-render-interval", "30s", "config:/template_config/static_secret_render_interval", "\"30s\""),
        ("template-max-connections-per-host", "4", "config:/template_config/max_connections_per_host", "4"),
        ("template-lease-renewal-threshold", "0x1p-1", "config:/template_config/lease_renewal_threshold", "0.5"),
        ("agent-disable-idle-connections", "auto-auth, caching", "config:/disable_idle_connections", "[\"auto-auth\",\" caching\"]"),
        ("agent-disable-keep-alives", "caching", "config:/disable_keep_alives", "[\"caching\"]"),
        ("agent-telemetry-Disable-Hostname", "true", "config:/telemetry/disable_hostname", "true"),
    ];

    // Keys that show only together with others.
    private static readonly (string Key, (string, string?)[] Annotations, string Where, string? Json)[] Combined =
    [
        ("agent-inject-status", [("agent-inject-status", "update")], "pod:/metadata/annotations/vault.hashicorp.com~1agent-inject-status", "\"injected\""),
        ("agent-template-left-delim-db", [("agent-inject-secret-db", "a"), ("agent-template-left-delim-db", "<<")], "config:/template/0/left_delimiter", "\"<<\""),
        ("agent-template-right-delim-db", [("agent-inject-secret-db", "a"), ("agent-template-right-delim-db", ">>")], "config:/template/0/right_delimiter", "\">>\""),
        ("agent-inject-file-db", [("agent-inject-secret-db", "a"), ("agent-inject-file-db", "/x//y/./z")], "config:/template/0/destination", "\"/vault/secrets/x/y/z\""),
        ("preserve-secret-case", [("agent-inject-secret-DB", "a"), ("preserve-secret-case", "true")], "config:/template/0/destination", "\"/vault/secrets/DB\""),
        ("preserve-secret-case-DB", [("agent-inject-secret-DB", "a"), ("preserve-secret-case", "true"), ("preserve-secret-case-DB", "false")], "config:/template/0/destination", "\"/vault/secrets/db\""),
        ("agent-inject-perms-db", [("agent-inject-secret-db", "a"), ("agent-inject-perms-db", "0600")], "config:/template/0/perms", "\"0600\""),
        ("agent-inject-command-db", [("agent-inject-secret-db", "a"), ("agent-inject-command-db", "kill -HUP 1")], "init-config:/template/0/command", "\"kill -HUP 1\""),
        ("secret-volume-path-db", [("agent-inject-secret-db", "a"), ("secret-volume-path-db", "/own")], "sidecar:/volumeMounts/~1own/name", "\"vault-secrets-custom-0\""),
        ("error-on-missing-key-db", [("agent-inject-secret-db", "a"), ("error-on-missing-key-db", "true")], "config:/template/0/error_on_missing_key", "true"),
        ("agent-run-as-same-user", [("agent-run-as-same-user", "true")], "sidecar:/securityContext/runAsUser", "4711"),
        ("agent-copy-volume-mounts", [("agent-copy-volume-mounts", "web")], "sidecar:/volumeMounts/~1var~1cache", "{\"name\":\"cache\",\"mountPath\":\"/var/cache\",\"future\":1.50}"),
        ("agent-revoke-on-shutdown", [("agent-revoke-on-shutdown", "true")], "sidecar:/lifecycle/preStop/exec/command/2", "\"/bin/sleep 5 && /bin/vault token revoke -address=http://vault.vault.svc:8200 -self\""),
        ("agent-revoke-grace", [("agent-revoke-on-shutdown", "true"), ("agent-revoke-grace", "01")], "sidecar:/lifecycle/preStop/exec/command/2", "\"/bin/sleep 1 && /bin/vault token revoke -address=http://vault.vault.svc:8200 -self\""),
        ("agent-cache-use-auto-auth-token", [("agent-cache-enable", "true"), ("agent-cache-use-auto-auth-token", "force")], "config:/cache/use_auto_auth_token", "\"force\""),
        ("agent-cache-listener-port", [("agent-cache-enable", "true"), ("agent-cache-listener-port", "8300")], "config:/listener/0/address", "\"127.0.0.1:8300\""),
        ("agent-cache-exit-on-err", [("agent-cache-enable", "true"), ("agent-cache-exit-on-err", "true")], "config:/cache/persist/exit_on_err", "true"),
    ];

    public static IEnumerable<RowCase> All =>
    [
        .. Effects.Select(effect => RowCase.Gives($"key {effect.Key}", "TakesEffect", Given.Pod((effect.Key, effect.Value)), effect.Where, effect.Json)),
        .. Combined.Select(effect => RowCase.Gives($"key {effect.Key}", "TakesEffect", Pod(effect.Annotations), effect.Where, effect.Json)),
    ];

    private static JsonObject Pod((string, string?)[] annotations) => Given.Pod(annotations)
        .With("/spec/containers/0/securityContext", "{\"runAsUser\":4711}")
        .With("/spec/containers/0/volumeMounts/-", "{\"name\":\"cache\",\"mountPath\":\"/var/cache\",\"future\":1.50}")
        .With("/spec/volumes/-", "{\"name\":\"cache\",\"emptyDir\":{}}");
}
