using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Contracts.Injection;
using Injector.Injection.Tests.Reference;

namespace Injector.Injection.Tests.Fixtures;

/// <summary>What became of a pod, easy to look at.</summary>
internal sealed class Answer
{
    private Answer(InjectionResult result, JsonNode pod)
    {
        Result = result;
        Pod = pod;
    }

    public InjectionResult Result { get; }

    /// <summary>The pod after the patch.</summary>
    public JsonNode Pod { get; }

    public string Message => Result.Message;

    public static Answer For(
        JsonNode? pod, InjectionSettings? settings = null, string @namespace = "app", IReadOnlyDictionary<string, string>? namespaceAnnotations = null)
    {
        using var document = JsonDocument.Parse(pod?.ToJsonString() ?? "null");
        var result = new PodInjector(settings ?? Given.Compatible).Inject(new InjectionRequest
        {
            Pod = document.RootElement,
            Namespace = @namespace,
            NamespaceAnnotations = namespaceAnnotations ?? new Dictionary<string, string>(),
        });
        return new Answer(result, result.Patch.IsEmpty || pod is null ? pod ?? new JsonObject() : StrictPatch.Apply(pod, result.Patch));
    }

    /// <summary>
    /// A value of the result as JSON text, or null. Where: <c>pod:</c>, <c>init:</c>, <c>sidecar:</c> (containers), <c>init-config:</c> or <c>config:</c>
    /// (documents), then a path; items of lists go by name, mount path, destination or number, slashes in them are written <c>~1</c>.
    /// </summary>
    public string? At(string where)
    {
        var colon = where.IndexOf(':', StringComparison.Ordinal);
        var root = where[..colon] switch
        {
            "pod" => Pod,
            "init" => Find(Pod, "/spec/initContainers/vault-agent-init"),
            "sidecar" => Find(Pod, "/spec/containers/vault-agent"),
            "native" => Find(Pod, "/spec/initContainers/vault-agent"),
            "init-config" => Configuration(Find(Pod, "/spec/initContainers/vault-agent-init")),
            "native-config" => Configuration(Find(Pod, "/spec/initContainers/vault-agent")),
            _ => Configuration(Find(Pod, "/spec/containers/vault-agent")),
        };
        return Find(root, where[(colon + 1)..])?.ToJsonString(Relaxed);
    }

    public IEnumerable<string> Names(string list) => (Find(Pod, "/spec/" + list) as JsonArray ?? []).Select(item => item!["name"]!.ToString());

    public string[] Codes => [.. Result.Diagnostics.Select(diagnostic => diagnostic.Code)];

    public string[] PatchPaths => Result.Patch.IsEmpty ? [] : [.. JsonNode.Parse(Result.Patch.Span)!.AsArray().Select(operation => operation!["path"]!.ToString())];

    private static JsonSerializerOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonNode? Configuration(JsonNode? container) =>
        Find(container, "/env/VAULT_CONFIG/value") is { } value ? JsonNode.Parse(Convert.FromBase64String(value.ToString())) : null;

    private static JsonNode? Find(JsonNode? root, string path)
    {
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Replace("~1", "/", StringComparison.Ordinal)))
        {
            root = root switch
            {
                JsonArray list when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) => list.ElementAtOrDefault(index),
                JsonArray list => list.FirstOrDefault(item => item is JsonObject && (Is(item, "name") || Is(item, "mountPath") || Is(item, "destination"))),
                JsonObject map => map[part],
                _ => null,
            };

            bool Is(JsonNode item, string key) => item[key]?.ToString() == part;
        }

        return root;
    }
}
