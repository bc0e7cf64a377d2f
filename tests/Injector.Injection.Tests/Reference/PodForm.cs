using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Injector.Injection.Tests.Reference;

/// <summary>Brings a resulting pod into a form in which equal meaning is equal text.</summary>
internal static partial class PodForm
{
    private static readonly string[] AgentNames = ["vault-agent", "vault-agent-init"];
    private static readonly string[] Lists = ["initContainers", "containers"];

    public static JsonNode Of(JsonNode result, JsonNode submitted)
    {
        var pod = result.DeepClone();
        if (pod["spec"] is not JsonObject spec)
        {
            return pod;
        }

        var rename = CustomVolumeNames(pod, submitted);
        foreach (var list in Lists.Where(list => spec[list] is JsonArray))
        {
            var containers = spec[list]!.AsArray().Select(item => (JsonNode?)Container(item!.AsObject(), list, submitted, rename)).ToArray();
            spec[list] = KeyedLists.Keyed(new JsonArray(containers), "name", withOrder: true);
        }

        if (spec["volumes"] is JsonArray volumes)
        {
            foreach (var volume in volumes)
            {
                if (volume!["name"]?.ToString() is { } name && rename.TryGetValue(name, out var renamed))
                {
                    volume["name"] = renamed;
                }
            }

            spec["volumes"] = KeyedLists.Keyed(volumes, "name", withOrder: false);
        }

        return pod;
    }

    /// <summary>Takes the configuration documents out of the agent containers.</summary>
    public static JsonObject TakeConfigurations(JsonNode pod, JsonNode submitted)
    {
        var found = new JsonObject();
        foreach (var (list, container) in Lists.SelectMany(list => Items(pod, list).Select(item => (list, item))))
        {
            foreach (var variable in container["env"] as JsonArray ?? [])
            {
                if (IsAgent(container, list, submitted) && variable is JsonObject && (string?)variable["name"] == "VAULT_CONFIG" && variable["value"] is JsonValue value)
                {
                    found[container["name"]?.ToString() ?? "?"] = JsonNode.Parse(Convert.FromBase64String(value.ToString()));
                    variable["value"] = "<see vault_config>";
                }
            }
        }

        return found;
    }

    private static JsonObject Container(JsonObject container, string list, JsonNode submitted, Dictionary<string, string> rename)
    {
        if (IsAgent(container, list, submitted))
        {
            return AgentContainerForm.Of(container, rename);
        }

        var copy = container.DeepClone().AsObject();
        if (copy.ContainsKey("volumeMounts"))
        {
            copy["volumeMounts"] = KeyedLists.Mounts(copy["volumeMounts"], rename);
        }

        return copy;
    }

    private static bool IsAgent(JsonObject container, string list, JsonNode submitted)
    {
        var name = container["name"]?.ToString();
        return AgentNames.Contains(name) || !Items(submitted, list).Any(item => item["name"]?.ToString() == name);
    }

    private static IEnumerable<JsonObject> Items(JsonNode pod, string list) => (pod["spec"]?[list] as JsonArray ?? []).OfType<JsonObject>();

    // The number in vault-secrets-custom-N has no meaning: name these volumes after the path they are mounted at.
    private static Dictionary<string, string> CustomVolumeNames(JsonNode pod, JsonNode submitted)
    {
        var own = Items(submitted, "volumes").Select(volume => volume["name"]?.ToString()).ToHashSet();
        var rename = new Dictionary<string, string>();
        foreach (var mount in Lists.SelectMany(list => Items(pod, list)).SelectMany(container => (container["volumeMounts"] as JsonArray ?? []).OfType<JsonObject>()))
        {
            var name = mount["name"]?.ToString() ?? string.Empty;
            if (CustomVolume().IsMatch(name) && !own.Contains(name))
            {
                rename.TryAdd(name, "vault-secrets-custom@" + mount["mountPath"]);
            }
        }

        return rename;
    }

    [GeneratedRegex("^vault-secrets-custom-[0-9]+$")]
    private static partial Regex CustomVolume();
}
