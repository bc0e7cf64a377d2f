using System.Text.Json;
using System.Text.Json.Nodes;

namespace Injector.Injection.Tests.Reference;

/// <summary>Compares our answer to a recorded request with the reference's.</summary>
internal static class ReferenceComparison
{
    public static IReadOnlyList<Difference> Run(ReferenceCase @case, PodInjector injector)
    {
        using var pod = JsonDocument.Parse(@case.Pod?.ToJsonString() ?? "null");
        var result = injector.Inject(new InjectionRequest { Pod = pod.RootElement, Namespace = (string?)@case.Request["namespace"] ?? string.Empty });
        return [.. Compare(@case, result)];
    }

    private static IEnumerable<Difference> Compare(ReferenceCase @case, InjectionResult result)
    {
        var wantsAllowed = (bool)@case.Expected["allowed"]!;
        if (wantsAllowed != result.IsAllowed)
        {
            return [new Difference("/allowed", $"{wantsAllowed} {@case.Expected["message"]}", $"{result.IsAllowed} {result.Message}")];
        }

        return wantsAllowed ? ComparePods(@case, result) : CompareMessages(@case, result.Message);
    }

    private static IEnumerable<Difference> CompareMessages(ReferenceCase @case, string message) =>
        (@case.Expected["message_contains"] as JsonArray ?? [])
            .Select(needed => needed!.ToString())
            .Where(needed => !message.Contains(needed, StringComparison.Ordinal))
            .Select(needed => new Difference("/message", needed, message));

    private static IEnumerable<Difference> ComparePods(ReferenceCase @case, InjectionResult result)
    {
        var submitted = @case.Pod!;
        var wantedPod = @case.Expected["pod"];
        var changes = wantedPod is not null && !JsonNode.DeepEquals(wantedPod, submitted);
        if (changes == result.Patch.IsEmpty)
        {
            return [new Difference("/changes_the_pod", changes.ToString(), (!result.Patch.IsEmpty).ToString())];
        }

        if (!changes)
        {
            return [];
        }

        var gotPod = StrictPatch.Apply(submitted, result.Patch);
        var gotConfigurations = PodForm.TakeConfigurations(gotPod, submitted);
        var wanted = Document(PodForm.Of(wantedPod!, submitted), @case.Expected["vault_config"] as JsonObject ?? []);
        var got = Document(PodForm.Of(gotPod, submitted), gotConfigurations);
        AcceptAlternatives(@case, wanted, got);
        return Difference.Between(wanted, got);
    }

    private static JsonObject Document(JsonNode pod, JsonObject configurations)
    {
        var documents = new JsonObject();
        foreach (var (name, configuration) in configurations)
        {
            documents[name] = ConfigurationForm.Of(configuration);
        }

        return new JsonObject { ["pod"] = pod, ["vault_config"] = documents };
    }

    // Values the reference draws by chance: each of those it may draw is right.
    private static void AcceptAlternatives(ReferenceCase @case, JsonObject wanted, JsonObject got)
    {
        foreach (var alternative in @case.AnyOf ?? [])
        {
            var parts = alternative!["path"]!.ToString().Trim('/').Split('/')
                .Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
            var (want, have) = ((JsonNode?)wanted, (JsonNode?)got);
            foreach (var part in parts[..^1])
            {
                (want, have) = ((want as JsonObject)?[part], (have as JsonObject)?[part]);
            }

            var value = (have as JsonObject)?[parts[^1]];
            if (want is JsonObject parent && alternative["values"]!.AsArray().Any(choice => JsonNode.DeepEquals(choice, value)))
            {
                parent[parts[^1]] = value?.DeepClone();
            }
        }
    }
}
