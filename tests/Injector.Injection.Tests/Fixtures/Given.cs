using System.Globalization;
using System.Text.Json.Nodes;
using Injector.Contracts.Annotations;
using Injector.Contracts.Injection;

namespace Injector.Injection.Tests.Fixtures;

/// <summary>Pods and installations for tests.</summary>
internal static class Given
{
    /// <summary>The reference's world: its preset, its agent.</summary>
    public static InjectionSettings Compatible { get; } = new()
    {
        Engine = AgentEngine.Vault,
        Preset = InjectionPreset.Compatible,
        VaultAddress = "http://vault.vault.svc:8200",
    };

    /// <summary>Ours, on a cluster with native sidecars.</summary>
    public static InjectionSettings Modern { get; } = new()
    {
        VaultAddress = "http://vault.vault.svc:8200",
        Cluster = new ClusterFacts { Server = new KubernetesVersion(1, 34) },
    };

    /// <summary>As <see cref="Modern"/>, with what weakens it refused.</summary>
    public static InjectionSettings Restricted { get; } = Modern with { Preset = InjectionPreset.Restricted };

    /// <summary>A pod that asks for injection with the role <c>r</c>; a value of null takes an annotation away.</summary>
    public static JsonObject Pod(params (string Name, string? Value)[] annotations)
    {
        var pod = JsonNode.Parse("""
            {"apiVersion":"v1","kind":"Pod","metadata":{"generateName":"web-","annotations":{"example.com/own":"kept"}},
             "spec":{"containers":[{"name":"web","image":"web:1","volumeMounts":[
                {"name":"kube-api-access-x","readOnly":true,"mountPath":"/var/run/secrets/kubernetes.io/serviceaccount"}]}],
             "volumes":[{"name":"kube-api-access-x","projected":{"sources":[{"serviceAccountToken":{"path":"token"}}]}}]}}
            """)!.AsObject();
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[("agent-inject", "true"), ("role", "r"), .. annotations])
        {
            Annotate(pod, name.Contains('/', StringComparison.Ordinal) ? name : AnnotationPrefixes.HashiCorp + name, value);
        }

        return pod;
    }

    /// <summary>The same pod with a part put in or replaced.</summary>
    public static JsonObject With(this JsonObject pod, string pointer, string json)
    {
        var parts = pointer.Trim('/').Split('/');
        JsonNode parent = pod;
        foreach (var part in parts[..^1])
        {
            parent = (parent is JsonArray list ? list[int.Parse(part, CultureInfo.InvariantCulture)] : parent[part])!;
        }

        if (parent is JsonArray array && parts[^1] == "-")
        {
            array.Add(JsonNode.Parse(json));
        }
        else
        {
            parent[parts[^1]] = JsonNode.Parse(json);
        }

        return pod;
    }

    private static void Annotate(JsonObject pod, string key, string? value)
    {
        var annotations = pod["metadata"]!["annotations"]!.AsObject();
        if (value is null)
        {
            annotations.Remove(key);
        }
        else
        {
            annotations[key] = value;
        }
    }
}
