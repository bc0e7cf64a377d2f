using System.Text.Json.Nodes;

namespace Injector.Webhook.Tests.Admission;

/// <summary>Reviews as an API server sends them.</summary>
internal static class Reviews
{
    public static string OfPod(params (string Key, string Value)[] annotations)
    {
        var own = new JsonObject();
        foreach (var (key, value) in annotations)
        {
            own[$"vault.hashicorp.com/{key}"] = value;
        }

        return new JsonObject
        {
            ["kind"] = "AdmissionReview",
            ["apiVersion"] = "admission.k8s.io/v1",
            ["request"] = new JsonObject
            {
                ["uid"] = "u-1",
                ["namespace"] = "demo",
                ["operation"] = "CREATE",
                ["object"] = new JsonObject
                {
                    ["kind"] = "Pod",
                    ["apiVersion"] = "v1",
                    ["metadata"] = new JsonObject { ["generateName"] = "web-", ["annotations"] = own },
                    ["spec"] = Spec(),
                },
            },
        }.ToJsonString();
    }

    private static JsonObject Spec() => new()
    {
        ["volumes"] = new JsonArray(new JsonObject { ["name"] = "kube-api-access", ["projected"] = new JsonObject() }),
        ["containers"] = new JsonArray(new JsonObject
        {
            ["name"] = "web",
            ["image"] = "web:1",
            ["env"] = new JsonArray(new JsonObject { ["name"] = "PASSWORD", ["value"] = "hunter2" }),
            ["volumeMounts"] = new JsonArray(new JsonObject
            {
                ["name"] = "kube-api-access",
                ["mountPath"] = "/var/run/secrets/kubernetes.io/serviceaccount",
                ["readOnly"] = true,
            }),
        }),
    };
}
