using Injector.Contracts.Annotations;
using Injector.Contracts.Annotations.Values;
using Injector.Contracts.Injection;
using Injector.Contracts.Texts;
using Injector.Injection.Annotations;
using Injector.Injection.Pods;
using Injector.Injection.Reporting;
using Injector.Injection.Secrets;
using Injector.Injection.Tokens;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Agents;

/// <summary>Reads all annotations of a pod into one plan. Every fault is reported; the plan is only good when there was none.</summary>
internal sealed class PlanReader
{
    private readonly InjectionSettings _settings;
    private readonly string _caPem;

    public PlanReader(InjectionSettings settings, string caPem)
    {
        _settings = settings;
        _caPem = caPem;
    }

    public AgentPlan Read(PodView pod, AnnotationReader reader, AgentEngine engine)
    {
        var token = LoginTokenChoice.Of(pod, reader) ?? NoToken;
        var layout = LayoutReader.Read(reader, engine, _settings.Cluster);
        var secrets = new SecretFileReader(reader).Read();
        return new AgentPlan
        {
            Engine = engine,
            Layout = layout,
            First = reader.Boolean(InitFirst),
            Image = reader.Text(Image),
            ImagePullPolicy = reader.Annotations.TryGet(ImagePullPolicy.Name, out _) ? reader.Choice(ImagePullPolicy) : string.Empty,
            Secrets = secrets,
            Volumes = SecretVolumes.For(reader.Text(VolumePath), secrets),
            Token = token,
            Identity = IdentityReader.Read(pod, reader),
            InitResources = layout is AgentLayout.InitOnly or AgentLayout.Pair ? ResourcesReader.Read(reader, AgentRole.Init) : NoResources,
            SidecarResources = layout is AgentLayout.InitOnly or AgentLayout.None ? NoResources : ResourcesReader.Read(reader, AgentRole.Sidecar),
            Connection = ConnectionReader.Read(reader, _caPem),
            Login = LoginReader.Read(reader, token),
            Options = EngineReader.Read(reader),
            Gate = GateReader.Read(reader),
            ShareProcessNamespace = ProcessNamespaceReader.Read(pod, reader),
            ConfigMap = reader.Text(AnnotationCatalogue.ConfigMap),
            ExtraSecret = reader.Text(ExtraSecret),
            CopyMountsFrom = reader.Text(CopyVolumeMounts),
            InjectToken = reader.Boolean(InjectToken),
            RevokeOnShutdown = reader.Boolean(RevokeOnShutdown),
            RevokeGraceSeconds = reader.Unsigned(RevokeGrace, DenialStage.Settings),
            LogLevel = reader.Text(LogLevel),
            LogFormat = reader.Text(LogFormat),
            GoMaxProcs = reader.Text(GoMaxProcs),
            CommandsInInit = reader.Choice(CommandIn) != "sidecar",
            VolumeSizeLimit = ReadSizeLimit(reader),
            ReadOnlyAppMounts = reader.Choice(AppMount) == "ro",
            Targets = MountTargetsReader.Read(pod, reader, layout, _settings.Preset),
        };
    }

    // Stands in where the token could not be chosen: the pod is denied then.
    private static LoginToken NoToken { get; } = new() { Volume = string.Empty, MountPath = string.Empty, File = string.Empty };

    private static AgentResources NoResources { get; } = new([], []);

    private static string ReadSizeLimit(AnnotationReader reader)
    {
        if (!reader.Annotations.TryGet(VolumeSizeLimit.Name, out var entry) || QuantityText.IsUnset(entry.Text))
        {
            return string.Empty;
        }

        if (!KubernetesQuantity.IsValid(entry.Text))
        {
            reader.Invalid(entry, QuantityText.Form, DenialStage.Beyond);
        }

        return entry.Text;
    }
}
