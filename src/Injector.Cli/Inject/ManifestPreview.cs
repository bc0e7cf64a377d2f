using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Injection;
using Injector.Injection;
using Injector.Sandbox.JsonPatch;
using Injector.Sandbox.Workloads;

namespace Injector.Cli.Inject;

/// <summary>Runs the objects of a manifest through injection.</summary>
internal sealed class ManifestPreview
{
    private readonly PodInjector _injector;
    private readonly WorkloadValidator _validator;
    private readonly WorkloadPods _pods;
    private readonly string _namespace;

    public ManifestPreview(InjectionSettings settings, string @namespace, TimeProvider time)
    {
        _injector = new PodInjector(settings);
        _validator = new WorkloadValidator(_injector);
        _pods = new WorkloadPods(new WorkloadPodOptions { Time = time, Chance = static () => 0 });
        _namespace = @namespace;
    }

    public PreviewOutcome Inject(string manifest, InjectOutput output)
    {
        var text = new StringBuilder();
        var found = new List<(string, Diagnostic)>();
        var denied = false;
        foreach (var one in WorkloadManifest.Parse(manifest).Objects)
        {
            var kind = one["kind"]?.ToString() ?? string.Empty;
            if (PodTemplate.PathOf(kind) is not { } path)
            {
                Append(text, output == InjectOutput.Manifest ? one : null);
                continue;
            }

            var @namespace = one["metadata"]?["namespace"]?.ToString() ?? _namespace;
            var subject = $"{kind}/{one["metadata"]?["name"] ?? one["metadata"]?["generateName"] ?? "?"}";
            var pod = output == InjectOutput.Pod ? _pods.Create(one) : Find(one, path);
            var result = Answer(pod, @namespace);
            denied |= !result.IsAllowed;
            found.AddRange(result.Diagnostics.Concat(Misplaced(kind, one, @namespace)).Select(diagnostic => (subject, diagnostic)));
            Append(text, Print(one, path, pod, result, output));
        }

        return new PreviewOutcome(text.ToString(), found, denied);
    }

    private static JsonNode Find(JsonObject workload, string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate((JsonNode?)workload, (node, name) => (node as JsonObject)?[name])
        ?? throw new ManifestException($"{workload["kind"]} '{workload["metadata"]?["name"]}' has no {path.Trim('/').Replace('/', '.')}.");

    private static JsonNode? Print(JsonObject workload, string path, JsonNode pod, InjectionResult result, InjectOutput output)
    {
        if (output == InjectOutput.Patch)
        {
            return result.Patch.IsEmpty ? new JsonArray() : JsonNode.Parse(result.Patch.Span);
        }

        var patched = result.Patch.IsEmpty ? pod.DeepClone() : JsonPatchDocument.Parse(result.Patch.Span).Apply(pod);
        if (output == InjectOutput.Pod || path.Length == 0)
        {
            return patched;
        }

        var copy = workload.DeepClone().AsObject();
        Find(copy, path).ReplaceWith(patched);
        return copy;
    }

    private static void Append(StringBuilder text, JsonNode? document)
    {
        if (document is not null)
        {
            text.Append(text.Length == 0 ? string.Empty : "---\n").Append(YamlText.Of(document));
        }
    }

    private InjectionResult Answer(JsonNode pod, string @namespace)
    {
        using var document = JsonDocument.Parse(pod.ToJsonString());
        return _injector.Inject(new InjectionRequest { Pod = document.RootElement, Namespace = @namespace });
    }

    private IEnumerable<Diagnostic> Misplaced(string kind, JsonObject workload, string @namespace)
    {
        if (kind == "Pod")
        {
            return [];
        }

        using var document = JsonDocument.Parse(workload.ToJsonString());
        return [.. _validator.Validate(kind, document.RootElement, @namespace).Where(found => found.Code == Catalogue.Injection.AnnotatedWorkload.Code)];
    }
}
