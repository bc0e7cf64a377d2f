using System.Globalization;
using Injector.Sandbox.Pods.Specification;
using Injector.Sandbox.Pods.Volumes;

namespace Injector.Sandbox.Pods.Environments;

/// <summary>Answers <c>fieldRef</c> and <c>resourceFieldRef</c> of a pod.</summary>
internal sealed class PodFieldValues(PodSpecification pod)
{
    public string Value(VariableSource source, ContainerSpecification? container) => source switch
    {
        VariableSource.Field field => Field(field.Path),
        VariableSource.ResourceField resource => Resource(resource, container),
        _ => throw new ContainerConfigException("Only fieldRef and resourceFieldRef can stand here."),
    };

    private string Field(string path) => path switch
    {
        "metadata.name" => pod.Name,
        "metadata.namespace" => pod.Namespace,
        "metadata.uid" => pod.Uid,
        "metadata.labels" => Lines(pod.Labels),
        "metadata.annotations" => Lines(pod.Annotations),
        "spec.nodeName" => pod.NodeName,
        "spec.serviceAccountName" => pod.ServiceAccount,
        "status.hostIP" or "status.podIP" or "status.hostIPs" or "status.podIPs" => ContainerAction.PodAddress,
        _ when Member(path, "metadata.labels") is { } label => pod.Labels.GetValueOrDefault(label, string.Empty),
        _ when Member(path, "metadata.annotations") is { } annotation => pod.Annotations.GetValueOrDefault(annotation, string.Empty),
        _ => throw new ContainerConfigException($"fieldPath '{path}' is not known."),
    };

    private string Resource(VariableSource.ResourceField field, ContainerSpecification? self)
    {
        var container = field.Container is null ? self : pod.AllContainers.FirstOrDefault(one => one.Name == field.Container);
        var parts = field.Resource.Split('.', 2);
        if (container is null || parts.Length != 2)
        {
            throw new ContainerConfigException($"resourceFieldRef '{field.Resource}' names no container or no resource.");
        }

        // Without a limit the node's capacity stands for it.
        var text = container.Resources?.Child(parts[0])?.Text(parts[1])
            ?? (parts[1] == "cpu" ? Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture) : "0");
        return Quantity.Divide(text, field.Divisor);
    }

    private static string? Member(string path, string map) =>
        path.StartsWith(map + "['", StringComparison.Ordinal) && path.EndsWith("']", StringComparison.Ordinal) ? path[(map.Length + 2)..^2] : null;

    private static string Lines(IReadOnlyDictionary<string, string> map) =>
        string.Join('\n', map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={Quoted(pair.Value)}"));

    private static string Quoted(string value) => "\"" + value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal) + "\"";
}
