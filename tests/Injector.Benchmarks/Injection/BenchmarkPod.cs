using System.Text;
using System.Text.Json.Nodes;

namespace Injector.Benchmarks.Injection;

/// <summary>A pod as large as pods are: three containers with probes and environment, five secrets, other people's annotations.</summary>
internal static class BenchmarkPod
{
    private const int Size = 8_000;

    public static byte[] Create()
    {
        var annotations = new JsonObject
        {
            ["vault.hashicorp.com/agent-inject"] = "true",
            ["vault.hashicorp.com/role"] = "shop",
            ["vault.hashicorp.com/agent-inject-secret-partner"] = "kv/shop/partner",
        };
        foreach (var name in (string[])["database.env", "mail.env", "queue.env", "search.env"])
        {
            annotations[$"vault.hashicorp.com/agent-inject-template-{name}"] =
                $"{{{{- with secret \"kv/data/shop/{name}\" -}}}}\nUSER={{{{ .Data.data.username }}}}\nPASSWORD={{{{ .Data.data.password }}}}\n{{{{- end }}}}\n";
            annotations[$"vault.hashicorp.com/agent-inject-perms-{name}"] = "0640";
        }

        var pod = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Pod",
            ["metadata"] = new JsonObject { ["generateName"] = "shop-7c9d8b-", ["namespace"] = "shop", ["annotations"] = annotations },
            ["spec"] = new JsonObject
            {
                ["serviceAccountName"] = "shop",
                ["containers"] = new JsonArray(Container("web"), Container("worker"), Container("metrics")),
                ["volumes"] = new JsonArray(new JsonObject { ["name"] = "kube-api-access-x", ["projected"] = new JsonObject() }),
            },
        };
        for (var number = 0; pod.ToJsonString().Length < Size; number++)
        {
            annotations[$"example.com/note-{number}"] = new string('n', 120);
        }

        return Encoding.UTF8.GetBytes(pod.ToJsonString());
    }

    private static JsonObject Container(string name)
    {
        var environment = new JsonArray();
        for (var number = 0; number < 12; number++)
        {
            environment.Add((JsonNode)new JsonObject { ["name"] = $"SETTING_{number}", ["value"] = $"value of {name} number {number}" });
        }

        return new JsonObject
        {
            ["name"] = name,
            ["image"] = $"registry.example.com/shop/{name}:2.4.1",
            ["env"] = environment,
            ["readinessProbe"] = new JsonObject { ["httpGet"] = new JsonObject { ["path"] = "/healthz", ["port"] = 8080 }, ["periodSeconds"] = 10 },
            ["resources"] = new JsonObject { ["limits"] = new JsonObject { ["memory"] = "256Mi" }, ["requests"] = new JsonObject { ["cpu"] = "100m", ["memory"] = "128Mi" } },
            ["volumeMounts"] = new JsonArray(new JsonObject
            {
                ["name"] = "kube-api-access-x",
                ["mountPath"] = "/var/run/secrets/kubernetes.io/serviceaccount",
                ["readOnly"] = true,
            }),
        };
    }
}
