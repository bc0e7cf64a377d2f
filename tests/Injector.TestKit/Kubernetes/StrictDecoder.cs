using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using YamlDotNet.Core;

namespace Injector.TestKit.Kubernetes;

/// <summary>
/// Reads an object as the API server does with <c>fieldValidation=Strict</c>: every field must exist in the Kubernetes API types, with the right kind of value.
/// </summary>
public static class StrictDecoder
{
    private static readonly Dictionary<string, Func<string, object>> Readers = new(StringComparer.Ordinal)
    {
        ["v1/Pod"] = Read<V1Pod>,
        ["v1/Service"] = Read<V1Service>,
        ["v1/ServiceAccount"] = Read<V1ServiceAccount>,
        ["v1/ConfigMap"] = Read<V1ConfigMap>,
        ["v1/Secret"] = Read<V1Secret>,
        ["v1/Namespace"] = Read<V1Namespace>,
        ["apps/v1/Deployment"] = Read<V1Deployment>,
        ["batch/v1/Job"] = Read<V1Job>,
        ["policy/v1/PodDisruptionBudget"] = Read<V1PodDisruptionBudget>,
        ["networking.k8s.io/v1/NetworkPolicy"] = Read<V1NetworkPolicy>,
        ["rbac.authorization.k8s.io/v1/Role"] = Read<V1Role>,
        ["rbac.authorization.k8s.io/v1/RoleBinding"] = Read<V1RoleBinding>,
        ["rbac.authorization.k8s.io/v1/ClusterRole"] = Read<V1ClusterRole>,
        ["rbac.authorization.k8s.io/v1/ClusterRoleBinding"] = Read<V1ClusterRoleBinding>,
        ["admissionregistration.k8s.io/v1/MutatingWebhookConfiguration"] = Read<V1MutatingWebhookConfiguration>,
        ["admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration"] = Read<V1ValidatingWebhookConfiguration>,
    };

    /// <summary>Decodes an object.</summary>
    /// <param name="document">The object, with <c>apiVersion</c> and <c>kind</c>.</param>
    /// <returns>What is wrong; null when nothing is, or when the kind is a custom resource's.</returns>
    public static string? Fault(JsonNode document)
    {
        var kind = $"{document["apiVersion"]}/{document["kind"]}";
        if (!Readers.TryGetValue(kind, out var read))
        {
            var isCustom = kind.Contains('.', StringComparison.Ordinal) && !kind.Contains(".k8s.io/", StringComparison.Ordinal);
            return isCustom ? null : $"'{kind}' is not a kind this decoder knows.";
        }

        try
        {
            read(document.ToJsonString());
            return null;
        }
        catch (YamlException exception)
        {
            return $"{kind}: {exception.Message} {exception.InnerException?.Message}".TrimEnd();
        }
    }

    private static object Read<T>(string json)
        where T : class => KubernetesYaml.Deserialize<T>(json, strict: true);
}
