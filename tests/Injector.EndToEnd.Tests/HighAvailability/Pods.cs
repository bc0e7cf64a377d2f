using System.Text.Json.Nodes;

namespace Injector.EndToEnd.Tests.HighAvailability;

/// <summary>The pod whose creation is asked for.</summary>
internal static class Pods
{
    public static JsonObject Annotated(string @namespace) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Pod",
        ["metadata"] = new JsonObject
        {
            ["generateName"] = "web-",
            ["namespace"] = @namespace,
            ["annotations"] = new JsonObject
            {
                ["vault.hashicorp.com/agent-inject"] = "true",
                ["vault.hashicorp.com/role"] = "web",
                ["vault.hashicorp.com/agent-inject-secret-config"] = "secret/data/web/config",
            },
        },
        ["spec"] = new JsonObject { ["containers"] = new JsonArray(new JsonObject { ["name"] = "web", ["image"] = "web:1" }) },
    };
}
