using System.Text.Json.Nodes;
using Injector.Contracts.Pods;

namespace Injector.Sandbox.Workloads;

/// <summary>
/// What the API server's ServiceAccount plugin does before any webhook is asked: names the account, and gives every container the token
/// volume <c>kube-api-access-xxxxx</c> unless the pod or the account says no.
/// </summary>
internal sealed class ServiceAccountAdmission(IReadOnlyList<JsonObject> accounts, GeneratedNames names)
{
    private const string VolumePrefix = "kube-api-access-";

    // An hour, and the seconds that tell a token that the API server asked for from one that a user asked for.
    private const int ExpirationSeconds = 3607;

    public void Apply(JsonObject pod)
    {
        var spec = pod.Map("spec");
        spec.Default("serviceAccountName", "default");
        spec["serviceAccount"] = spec["serviceAccountName"]?.DeepClone();
        var account = accounts.FirstOrDefault(one =>
            one.Map("metadata").Text("name") == spec.Text("serviceAccountName")
            && (one.Map("metadata").Text("namespace") ?? "default") == pod.Map("metadata").Text("namespace"));
        if (Flag(spec) ?? (account is null ? null : Flag(account)) ?? true)
        {
            Mount(spec);
        }

        if (account?["imagePullSecrets"] is JsonArray { Count: > 0 } secrets && spec["imagePullSecrets"] is null)
        {
            spec["imagePullSecrets"] = secrets.DeepClone();
        }
    }

    private static bool? Flag(JsonObject one) => (one["automountServiceAccountToken"] as JsonValue)?.GetValue<bool>();

    private void Mount(JsonObject spec)
    {
        var existing = spec.Objects("volumes").FirstOrDefault(volume => volume.Text("name")?.StartsWith(VolumePrefix, StringComparison.Ordinal) ?? false);
        var name = existing?.Text("name") ?? VolumePrefix + names.Suffix();
        var isNeeded = false;
        foreach (var container in spec.Objects("initContainers").Concat(spec.Objects("containers")))
        {
            if (container.Objects("volumeMounts").Any(mount => mount.Text("mountPath") == PodPaths.ServiceAccount))
            {
                continue;
            }

            container.List("volumeMounts").Add((JsonNode)new JsonObject { ["name"] = name, ["readOnly"] = true, ["mountPath"] = PodPaths.ServiceAccount });
            isNeeded = true;
        }

        if (isNeeded && existing is null)
        {
            spec.List("volumes").Add((JsonNode)Volume(name));
        }
    }

    private static JsonObject Volume(string name) => new()
    {
        ["name"] = name,
        ["projected"] = new JsonObject
        {
            ["sources"] = new JsonArray(
                new JsonObject { ["serviceAccountToken"] = new JsonObject { ["expirationSeconds"] = ExpirationSeconds, ["path"] = "token" } },
                new JsonObject
                {
                    ["configMap"] = new JsonObject
                    {
                        ["name"] = "kube-root-ca.crt",
                        ["items"] = new JsonArray(new JsonObject { ["key"] = "ca.crt", ["path"] = "ca.crt" }),
                    },
                },
                new JsonObject
                {
                    ["downwardAPI"] = new JsonObject
                    {
                        ["items"] = new JsonArray(new JsonObject
                        {
                            ["path"] = "namespace",
                            ["fieldRef"] = new JsonObject { ["apiVersion"] = "v1", ["fieldPath"] = "metadata.namespace" },
                        }),
                    },
                }),
            ["defaultMode"] = 420,
        },
    };
}
