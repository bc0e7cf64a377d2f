namespace Injector.Contracts.Annotations;

public static partial class AnnotationCatalogue
{
    /// <summary>CPU limit of the agent containers.</summary>
    public static AnnotationDefinition LimitsCpu { get; } = Quantity("agent-limits-cpu", "CPU limit", "500m", "500m");

    /// <summary>Memory limit of the agent containers.</summary>
    public static AnnotationDefinition LimitsMemory { get; } = Quantity("agent-limits-mem", "Memory limit", "128Mi", "64Mi");

    /// <summary>Ephemeral storage limit of the agent containers.</summary>
    public static AnnotationDefinition LimitsEphemeral { get; } = Quantity("agent-limits-ephemeral", "Ephemeral storage limit", null, "64Mi");

    /// <summary>CPU request of the agent containers.</summary>
    public static AnnotationDefinition RequestsCpu { get; } = Quantity("agent-requests-cpu", "CPU request", "250m", "10m");

    /// <summary>Memory request of the agent containers.</summary>
    public static AnnotationDefinition RequestsMemory { get; } = Quantity("agent-requests-mem", "Memory request", "64Mi", "32Mi");

    /// <summary>Ephemeral storage request of the agent containers.</summary>
    public static AnnotationDefinition RequestsEphemeral { get; } = Quantity("agent-requests-ephemeral", "Ephemeral storage request", null, "16Mi");

    /// <summary>Whether the agent containers get a security context.</summary>
    public static AnnotationDefinition SetSecurityContext { get; } = new("agent-set-security-context", AnnotationValueType.Boolean,
        "Gives the agent containers a security context. False leaves it to the cluster, as OpenShift wants it.")
    {
        Default = "true",
        Example = "false",
    };

    /// <summary>User of the agent containers.</summary>
    public static AnnotationDefinition RunAsUser { get; } = new("agent-run-as-user", AnnotationValueType.Integer, "User id of the agent containers.")
    {
        Default = "100",
        Example = "10001",
        Difference = "An empty value is denied instead of meaning root.",
    };

    /// <summary>Group of the agent containers.</summary>
    public static AnnotationDefinition RunAsGroup { get; } = new("agent-run-as-group", AnnotationValueType.Integer, "Group id of the agent containers.")
    {
        Default = "1000",
        Example = "10001",
        Difference = "An empty value is denied instead of meaning root.",
    };

    /// <summary>Whether the agent runs as the app's user.</summary>
    public static AnnotationDefinition RunAsSameUser { get; } = new("agent-run-as-same-user", AnnotationValueType.Boolean,
        "Runs the agent containers as the user of the first app container, which must say so in its own security context.")
    {
        Default = "false",
        Example = "true",
    };

    /// <summary>Whether the pod's containers share a process namespace.</summary>
    public static AnnotationDefinition ShareProcessNamespace { get; } = new("agent-share-process-namespace", AnnotationValueType.Boolean,
        "Sets the pod's shareProcessNamespace, so that a command can signal the app.")
    {
        Example = "true",
        Difference = "Works without an init container too. A false never switches off what the pod itself asks for.",
    };

    /// <summary>ConfigMap with agent configuration files.</summary>
    public static AnnotationDefinition ConfigMap { get; } = new("agent-configmap", AnnotationValueType.Text,
        "ConfigMap with the agent's configuration in the files config-init.hcl and config.hcl, instead of one made from annotations.")
    {
        Example = "payments-agent",
    };

    /// <summary>Extra Secret for the agent.</summary>
    public static AnnotationDefinition ExtraSecret { get; } = new("agent-extra-secret", AnnotationValueType.Text,
        "Kubernetes Secret mounted at /vault/custom in the agent containers.")
    {
        Example = "payments-templates",
    };

    /// <summary>Container whose mounts the agent gets.</summary>
    public static AnnotationDefinition CopyVolumeMounts { get; } = new("agent-copy-volume-mounts", AnnotationValueType.Text,
        "Name of a container whose volume mounts the agent containers get too, ServiceAccount mounts excepted.")
    {
        Example = "web",
        Difference = "Fields a newer Kubernetes added to a mount are kept. A mount at one of the agent's own paths is denied with a clear text.",
    };

    /// <summary>Patch of the sidecar.</summary>
    public static AnnotationDefinition JsonPatch { get; } = new("agent-json-patch", AnnotationValueType.Json,
        "RFC 6902 patch applied to the sidecar as the last step.")
    {
        Example = "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"secrets\"}]",
        Difference = "A copy from a missing member is denied.",
    };

    /// <summary>Patch of the init container.</summary>
    public static AnnotationDefinition InitJsonPatch { get; } = new("agent-init-json-patch", AnnotationValueType.Json,
        "RFC 6902 patch applied to the init container as the last step.")
    {
        Example = "[{\"op\":\"add\",\"path\":\"/workingDir\",\"value\":\"/tmp\"}]",
        Difference = "A copy from a missing member is denied. A renamed init container gets its mounts once.",
    };

    /// <summary>Whether the token is revoked at the end.</summary>
    public static AnnotationDefinition RevokeOnShutdown { get; } = new("agent-revoke-on-shutdown", AnnotationValueType.Boolean,
        "Revokes the agent's own token when the pod ends.")
    {
        Default = "false",
        Example = "true",
        Difference = "Our agent revokes when it is told to end, without a hook. In the hook of HashiCorp's agent all connection settings are passed.",
    };

    /// <summary>Pause before the token is revoked.</summary>
    public static AnnotationDefinition RevokeGrace { get; } = new("agent-revoke-grace", AnnotationValueType.Unsigned,
        "Seconds between the end of the pod's life and the revocation.")
    {
        Default = "5",
        Example = "10",
    };

    /// <summary>Whether the agent can be asked to quit.</summary>
    public static AnnotationDefinition EnableQuit { get; } = new("agent-enable-quit", AnnotationValueType.Boolean,
        "Lets the app end the agent with POST /agent/v1/quit on its loopback listener.")
    {
        Default = "false",
        Example = "true",
    };

    /// <summary>Log level of the agent.</summary>
    public static AnnotationDefinition LogLevel { get; } = new("log-level", AnnotationValueType.Text,
        "Log level of the agent: trace, debug, info, warn or error.")
    {
        Default = "info",
        Example = "debug",
    };

    /// <summary>Log format of the agent.</summary>
    public static AnnotationDefinition LogFormat { get; } = new("log-format", AnnotationValueType.Text,
        "Log format of the agent: standard or json.")
    {
        Default = "standard",
        Example = "json",
    };

    /// <summary>Processor limit of a Go agent.</summary>
    public static AnnotationDefinition GoMaxProcs { get; } = new("go-max-procs", AnnotationValueType.Text,
        "Processor limit of HashiCorp's agent (GOMAXPROCS). Our agent does not need it.")
    {
        Example = "1",
    };

    private static AnnotationDefinition[] ContainerKeys =>
    [
        LimitsCpu, LimitsMemory, LimitsEphemeral, RequestsCpu, RequestsMemory, RequestsEphemeral, SetSecurityContext, RunAsUser, RunAsGroup, RunAsSameUser,
        ShareProcessNamespace, ConfigMap, ExtraSecret, CopyVolumeMounts, JsonPatch, InitJsonPatch, RevokeOnShutdown, RevokeGrace, EnableQuit, LogLevel,
        LogFormat, GoMaxProcs,
    ];

    private static AnnotationDefinition Quantity(string name, string what, string? value, string example) =>
        new(name, AnnotationValueType.Quantity, $"{what} of the agent containers. Empty or none: not set.")
        {
            Default = value,
            Example = example,
            Difference = "A unit without a number is denied instead of meaning 0; none unsets.",
        };
}
