using System.Text.Json;

namespace Injector.Sandbox.Pods.Specification;

/// <summary>A probe with the API server's defaults.</summary>
internal sealed record ProbeSpecification(
    ContainerAction Action,
    TimeSpan InitialDelay,
    TimeSpan Period,
    TimeSpan Timeout,
    int SuccessThreshold,
    int FailureThreshold,
    TimeSpan? GracePeriod)
{
    public static ProbeSpecification? Read(JsonElement? probe, IReadOnlyDictionary<string, int> ports) => probe is not { } element
        ? null
        : new ProbeSpecification(
            ContainerAction.Read(element, ports),
            element.Seconds("initialDelaySeconds") ?? TimeSpan.Zero,
            element.Seconds("periodSeconds") ?? TimeSpan.FromSeconds(10),
            element.Seconds("timeoutSeconds") ?? TimeSpan.FromSeconds(1),
            (int)(element.Number("successThreshold") ?? 1),
            (int)(element.Number("failureThreshold") ?? 3),
            element.Seconds("terminationGracePeriodSeconds"));
}
