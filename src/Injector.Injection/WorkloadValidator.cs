using System.Text.Json;
using Injector.Contracts.Annotations;
using Injector.Contracts.Diagnostics;
using Injector.Injection.Pods;
using Injector.Injection.Reporting;

namespace Injector.Injection;

/// <summary>
/// Looks at workloads before they make pods: annotations in the wrong place, and pods that would be denied. Only warns: a workload may be ahead of its
/// namespace's settings.
/// </summary>
public sealed class WorkloadValidator
{
    private readonly PodInjector _injector;

    /// <summary>Makes a validator.</summary>
    /// <param name="injector">Decides about the pods.</param>
    public WorkloadValidator(PodInjector injector) => _injector = injector;

    /// <summary>Looks at one workload.</summary>
    /// <param name="kind">Deployment, StatefulSet, DaemonSet, ReplicaSet, Job or CronJob.</param>
    /// <param name="workload">The workload as the API server sends it.</param>
    /// <param name="namespace">The namespace of the request.</param>
    /// <param name="namespaceAnnotations">Annotations of that namespace.</param>
    /// <returns>Everything that should be known; empty for other kinds.</returns>
    public IReadOnlyList<Diagnostic> Validate(
        string kind, JsonElement workload, string @namespace, IReadOnlyDictionary<string, string>? namespaceAnnotations = null)
    {
        var found = new List<Diagnostic>();
        if (PodTemplate.Of(kind, workload) is not { } template)
        {
            return found;
        }

        AddMisplaced(found, kind, workload);
        if (kind == PodTemplate.CronJob)
        {
            AddMisplaced(found, "Job template", workload.Member("spec"u8).Member("jobTemplate"u8));
        }

        var result = _injector.Inject(new InjectionRequest
        {
            Pod = template,
            Namespace = @namespace,
            NamespaceAnnotations = namespaceAnnotations ?? new Dictionary<string, string>(),
        });
        if (!result.IsAllowed)
        {
            found.Add(Catalogue.Injection.WorkloadDenied.For(kind, kind, result.Message));
        }

        found.AddRange(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning));
        return found;
    }

    /// <summary>The same as texts for <c>response.warnings</c>, within Kubernetes' limits.</summary>
    /// <param name="kind">Deployment, StatefulSet, DaemonSet, ReplicaSet, Job or CronJob.</param>
    /// <param name="workload">The workload as the API server sends it.</param>
    /// <param name="namespace">The namespace of the request.</param>
    /// <param name="namespaceAnnotations">Annotations of that namespace.</param>
    /// <returns>The texts.</returns>
    public IReadOnlyList<string> Warnings(
        string kind, JsonElement workload, string @namespace, IReadOnlyDictionary<string, string>? namespaceAnnotations = null) =>
        AdmissionWarnings.Of(Validate(kind, workload, @namespace, namespaceAnnotations));

    private static void AddMisplaced(List<Diagnostic> found, string kind, JsonElement owner)
    {
        var annotations = owner.Member("metadata"u8).Member("annotations"u8);
        if (annotations.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in annotations.EnumerateObject())
        {
            if (AnnotationPrefixes.Split(property.Name, out _) >= 0)
            {
                found.Add(Catalogue.Injection.AnnotatedWorkload.For(property.Name, property.Name, kind));
            }
        }
    }
}
