using System.Globalization;
using System.Text.Json.Nodes;
using Injector.Sandbox.Admission;

namespace Injector.Benchmarks.Webhook;

/// <summary>Two reviews of about 8 KB, as an API server sends them: a pod that asks for five secrets, and the same pod without asking.</summary>
internal static class BenchmarkReviews
{
    private const string Prefix = "vault.hashicorp.com/";

    public static string Injected() => Review(Annotations());

    public static string PassThrough() => Review(new JsonObject { ["example.com/owner"] = "payments" });

    private static JsonObject Annotations()
    {
        var annotations = new JsonObject
        {
            [$"{Prefix}agent-inject"] = "true",
            [$"{Prefix}role"] = "payments",
            [$"{Prefix}agent-inject-secret-config"] = "secret/data/payments/config",
            [$"{Prefix}agent-inject-template-config"] =
                "{{- with secret \"secret/data/payments/config\" -}}\n{{- range $k, $v := .Data.data }}\nexport {{ $k | toUpper }}={{ $v | toJSON }}\n{{- end }}\n{{- end }}",
            [$"{Prefix}agent-inject-perms-config"] = "0400",
        };
        foreach (var name in (string[])["database", "api-key", "signing-key", "smtp"])
        {
            annotations[$"{Prefix}agent-inject-secret-{name}"] = $"secret/data/payments/{name}";
        }

        return annotations;
    }

    private static string Review(JsonObject annotations)
    {
        annotations["kubectl.kubernetes.io/restartedAt"] = "2026-11-25T07:00:00Z";
        annotations["prometheus.io/scrape"] = "true";
        var pod = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Pod",
            ["metadata"] = new JsonObject
            {
                ["generateName"] = "payments-6d4cf56db6-",
                ["namespace"] = "payments",
                ["labels"] = new JsonObject { ["app.kubernetes.io/name"] = "payments", ["pod-template-hash"] = "6d4cf56db6" },
                ["annotations"] = annotations,
                ["ownerReferences"] = new JsonArray(new JsonObject
                {
                    ["apiVersion"] = "apps/v1",
                    ["kind"] = "ReplicaSet",
                    ["name"] = "payments-6d4cf56db6",
                    ["uid"] = "dc176a2a-c0c7-4e10-a89e-72e84603f5d5",
                    ["controller"] = true,
                    ["blockOwnerDeletion"] = true,
                }),
            },
            ["spec"] = Spec(),
        };
        return PodReviews.OfCreation(pod, "6054a228-137c-40ab-8190-872b895439f9").ToJsonString();
    }

    private static JsonObject Spec() => new()
    {
        ["volumes"] = new JsonArray(
            new JsonObject { ["name"] = "kube-api-access-x7k2p", ["projected"] = new JsonObject { ["defaultMode"] = 420, ["sources"] = Sources() } },
            new JsonObject { ["name"] = "tmp", ["emptyDir"] = new JsonObject() },
            new JsonObject { ["name"] = "config", ["configMap"] = new JsonObject { ["name"] = "payments", ["defaultMode"] = 420 } }),
        ["containers"] = new JsonArray(Container("web", 40), Container("metrics", 12)),
        ["restartPolicy"] = "Always",
        ["terminationGracePeriodSeconds"] = 30,
        ["dnsPolicy"] = "ClusterFirst",
        ["serviceAccountName"] = "payments",
        ["serviceAccount"] = "payments",
        ["securityContext"] = new JsonObject { ["runAsNonRoot"] = true, ["fsGroup"] = 10001 },
        ["schedulerName"] = "default-scheduler",
        ["priority"] = 0,
        ["enableServiceLinks"] = true,
        ["preemptionPolicy"] = "PreemptLowerPriority",
    };

    private static JsonArray Sources() => new(
        new JsonObject { ["serviceAccountToken"] = new JsonObject { ["expirationSeconds"] = 3607, ["path"] = "token" } },
        new JsonObject { ["configMap"] = new JsonObject { ["name"] = "kube-root-ca.crt", ["items"] = new JsonArray(new JsonObject { ["key"] = "ca.crt", ["path"] = "ca.crt" }) } });

    private static JsonObject Container(string name, int variables)
    {
        var environment = new JsonArray();
        for (var index = 0; index < variables; index++)
        {
            JsonNode variable = new JsonObject
            {
                ["name"] = string.Create(CultureInfo.InvariantCulture, $"{name.ToUpperInvariant()}_SETTING_{index:00}"),
                ["value"] = string.Create(CultureInfo.InvariantCulture, $"value-of-setting-{index:00}-of-{name}-as-people-write-them"),
            };
            environment.Add(variable);
        }

        return new JsonObject
        {
            ["name"] = name,
            ["image"] = $"registry.example.com/payments/{name}@sha256:4b5e57f6eb2f42b9039b3d1e13929295f231749c510cbe341cd68036d9af97e2",
            ["env"] = environment,
            ["ports"] = new JsonArray(new JsonObject { ["name"] = "http", ["containerPort"] = 8080, ["protocol"] = "TCP" }),
            ["resources"] = new JsonObject { ["requests"] = new JsonObject { ["cpu"] = "100m", ["memory"] = "128Mi" } },
            ["readinessProbe"] = new JsonObject { ["httpGet"] = new JsonObject { ["path"] = "/healthz", ["port"] = "http", ["scheme"] = "HTTP" }, ["periodSeconds"] = 5 },
            ["volumeMounts"] = new JsonArray(
                new JsonObject { ["name"] = "tmp", ["mountPath"] = "/tmp" },
                new JsonObject { ["name"] = "config", ["mountPath"] = "/etc/payments", ["readOnly"] = true },
                new JsonObject { ["name"] = "kube-api-access-x7k2p", ["mountPath"] = "/var/run/secrets/kubernetes.io/serviceaccount", ["readOnly"] = true }),
            ["terminationMessagePath"] = "/dev/termination-log",
            ["terminationMessagePolicy"] = "File",
            ["imagePullPolicy"] = "IfNotPresent",
            ["securityContext"] = new JsonObject { ["allowPrivilegeEscalation"] = false, ["readOnlyRootFilesystem"] = true },
        };
    }
}
