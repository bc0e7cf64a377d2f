using System.Collections.Frozen;
using System.Text.Json;
using Injector.Contracts.Annotations.Values;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Injection;
using Injector.Injection.Agents;
using Injector.Injection.Annotations;
using Injector.Injection.Checks;
using Injector.Injection.ContainerPatches;
using Injector.Injection.Containers;
using Injector.Injection.Patching;
using Injector.Injection.Pods;
using Injector.Injection.Reporting;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection;

/// <summary>Turns a pod that asks for secrets into a patch. Pure: the same pod and settings give the same answer, byte for byte.</summary>
/// <remarks>Made once per installation settings; safe for concurrent use.</remarks>
public sealed class PodInjector
{
    private readonly FrozenDictionary<AgentEngine, InstallationDefaults> _defaults;
    private readonly FrozenSet<string> _systemNamespaces;
    private readonly PlanReader _plans;
    private readonly TemplateChecks _templates = new();

    /// <summary>Makes an injector.</summary>
    /// <param name="settings">What the installation decides.</param>
    public PodInjector(InjectionSettings settings)
    {
        Settings = settings;
        _defaults = Enum.GetValues<AgentEngine>().ToFrozenDictionary(engine => engine, engine => new InstallationDefaults(settings, engine));
        _systemNamespaces = settings.SystemNamespaces.ToFrozenSet();
        _plans = new PlanReader(settings, CertificateText.Decode(settings.VaultCaCertBytes));
    }

    /// <summary>What the installation decides.</summary>
    public InjectionSettings Settings { get; }

    /// <summary>Answers for one pod.</summary>
    /// <param name="request">The pod and where it is to be created.</param>
    /// <returns>The decision with patch, message and warnings.</returns>
    public InjectionResult Inject(InjectionRequest request)
    {
        var report = new Report(Settings.Preset);
        if (request.Pod.ValueKind != JsonValueKind.Object)
        {
            report.Deny(DenialStage.Pod, Catalogue.Injection.PodUnreadable.For("pod", "the request carries none"));
            return Results.Denied(report);
        }

        var pod = new PodView(request.Pod);
        var annotations = new AnnotationSet { Defaults = _defaults[Settings.Engine] };
        PodAnnotations.Read(pod.Annotations, annotations, report);
        annotations.AddFromNamespace(request.NamespaceAnnotations);
        if (pod.Fault(request.Pod) is { } fault)
        {
            report.Deny(DenialStage.Pod, Catalogue.Injection.PodUnreadable.For("pod", fault));
        }

        return report.HasFaults ? Results.Denied(report) : Decide(request, pod, new AnnotationReader(annotations, report));
    }

    private InjectionResult Decide(InjectionRequest request, PodView pod, AnnotationReader reader)
    {
        if (reader.Annotations.TryGet(AgentInject.Name, out var entry) && !BooleanText.TryParse(entry.Text, out _))
        {
            reader.Invalid(entry, BooleanText.Form, DenialStage.Switch);
            return Results.Denied(reader.Report);
        }

        if (!reader.Boolean(AgentInject))
        {
            return Results.Allowed(InjectionDecision.NotRequested, ReasonCodes.NotRequested);
        }

        if (pod.Phase is not ("" or "Pending"))
        {
            return Results.Allowed(InjectionDecision.TooLate, ReasonCodes.TooLate);
        }

        if (reader.Text(Status) == "injected")
        {
            return Results.Allowed(InjectionDecision.AlreadyInjected, ReasonCodes.AlreadyInjected);
        }

        if (_systemNamespaces.Contains(request.Namespace))
        {
            reader.Report.Deny(
                DenialStage.Namespace,
                Catalogue.Injection.SystemNamespace.For("pod", request.Namespace),
                $"cannot inject into system namespaces: {request.Namespace}");
            return Results.Denied(reader.Report);
        }

        return Inject(request, pod, reader);
    }

    private InjectionResult Inject(InjectionRequest request, PodView pod, AnnotationReader reader)
    {
        InstallationChecks.Run(Settings, request.Namespace, reader.Report);
        LoginReader.CheckBackoffs(reader);
        var patches = AgentPatches.Read(reader);
        var engine = EngineChoice.Of(reader, Settings);
        reader.Annotations.Defaults = _defaults[engine];
        var plan = _plans.Read(pod, reader, engine);
        PlanChecks.Run(plan, request.Namespace, reader);
        var volumes = PodVolumes.Of(plan);
        var containers = new AgentContainerBuilder(plan, pod, reader, patches).Build();
        CollisionChecks.Run(plan, pod, volumes, containers, reader.Report);
        _templates.Run(plan, reader);
        SecretChecks.Run(plan, reader);
        OwnAgentChecks.Run(plan, reader);
        EffectChecks.Run(plan, pod, reader);
        AnnotationChecks.Run(reader.Annotations, plan.Secrets, reader.Report);
        return reader.Report.HasFaults
            ? Results.Denied(reader.Report)
            : Results.Injected(plan, Settings, reader, new PodPatch(plan, pod).Write(volumes, containers, reader.Annotations));
    }
}
