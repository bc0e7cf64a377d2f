using System.Text.Json;

namespace Injector.Injection;

/// <summary>Finds the pod template of a workload.</summary>
public static class PodTemplate
{
    internal const string CronJob = "CronJob";

    /// <summary>The template; null when the kind has none.</summary>
    /// <param name="kind">Kind of the object.</param>
    /// <param name="workload">The object.</param>
    /// <returns>An element with <c>metadata</c> and <c>spec</c> of the pods; the object itself for a Pod.</returns>
    public static JsonElement? Of(string kind, JsonElement workload)
    {
        var template = PathOf(kind) is { } path
            ? path.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(workload, (element, name) =>
                element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default)
            : default;
        return template.ValueKind == JsonValueKind.Object ? template : null;
    }

    /// <summary>Where the template stands, as a JSON pointer; null when the kind has none.</summary>
    /// <param name="kind">Kind of the object.</param>
    /// <returns>The pointer; empty for a Pod.</returns>
    public static string? PathOf(string kind) => kind switch
    {
        "Pod" => string.Empty,
        "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "ReplicationController" or "Job" => "/spec/template",
        CronJob => "/spec/jobTemplate/spec/template",
        _ => null,
    };
}
