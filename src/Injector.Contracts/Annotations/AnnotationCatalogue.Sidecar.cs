namespace Injector.Contracts.Annotations;

public static partial class AnnotationCatalogue
{
    /// <summary>How the agent stands in the pod.</summary>
    public static AnnotationDefinition Mode { get; } = new("sidecar-mode", AnnotationValueType.Choice,
        "How the agent stands in the pod: one native sidecar, the classic pair of init container and sidecar, or native where the cluster can run it.")
    {
        Default = "classic",
        Choices = ["auto", "native", "classic"],
        Example = "native",
        IsOwn = true,
    };

    /// <summary>The proposal's spelling of the mode.</summary>
    public static AnnotationDefinition NativeSidecar { get; } = new("agent-native-sidecar", AnnotationValueType.Boolean,
        "Another spelling of sidecar-mode: true is native, false is classic. Sidecar-mode wins.")
    {
        Example = "true",
        IsOwn = true,
    };

    /// <summary>Which agent is injected.</summary>
    public static AnnotationDefinition Engine { get; } = new("agent-engine", AnnotationValueType.Choice,
        "Which agent is injected: ours, or HashiCorp's or OpenBao's image.")
    {
        DefaultNote = "the installation's engine",
        Choices = ["injector", "vault"],
        Example = "vault",
        IsOwn = true,
    };

    /// <summary>What holds the app back.</summary>
    public static AnnotationDefinition Gate { get; } = new("start-gate", AnnotationValueType.Choice,
        "What holds the app back until a native sidecar has published every file: a postStart hook (fast) or a start-up probe (shown in events).")
    {
        Default = "post-start",
        Choices = ["post-start", "startup-probe"],
        Example = "startup-probe",
        IsOwn = true,
    };

    /// <summary>Period of the start-up probe.</summary>
    public static AnnotationDefinition ProbePeriod { get; } = new("startup-probe-period", AnnotationValueType.Duration,
        "Time between two checks of the start-up probe, whole seconds.")
    {
        Default = "1s",
        Example = "2s",
        IsOwn = true,
    };

    /// <summary>Time limit of the start-up probe.</summary>
    public static AnnotationDefinition ProbeTimeout { get; } = new("startup-probe-timeout", AnnotationValueType.Duration,
        "Time limit of one check of the start-up probe, whole seconds.")
    {
        Default = "2s",
        Example = "5s",
        IsOwn = true,
    };

    /// <summary>Failures the start-up probe allows.</summary>
    public static AnnotationDefinition ProbeFailures { get; } = new("startup-probe-failures", AnnotationValueType.Unsigned,
        "Failed checks after which the kubelet restarts the agent.")
    {
        Default = "60",
        Example = "120",
        IsOwn = true,
    };

    /// <summary>Patience of the start phase.</summary>
    public static AnnotationDefinition InitPatience { get; } = new("init-patience", AnnotationValueType.Duration,
        "How long the start may fail before the agent gives up with its reason in the pod's description.")
    {
        Default = "20s",
        Example = "1m",
        IsOwn = true,
    };

    /// <summary>Upper bound of the start.</summary>
    public static AnnotationDefinition InitDeadline { get; } = new("init-deadline", AnnotationValueType.Duration,
        "Longest time the start gate waits for the files.")
    {
        Default = "1m",
        Example = "2m",
        IsOwn = true,
    };

    private static AnnotationDefinition[] SidecarKeys =>
        [Mode, NativeSidecar, Engine, Gate, ProbePeriod, ProbeTimeout, ProbeFailures, InitPatience, InitDeadline];
}
