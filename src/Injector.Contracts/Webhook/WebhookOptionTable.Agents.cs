using Injector.Contracts.Injection;

namespace Injector.Contracts.Webhook;

public static partial class WebhookOptionTable
{
    private const string AgentGroup = "Agents";

    /// <summary>Which agent is injected.</summary>
    public static WebhookOption AgentEngine { get; } = Own(
        AgentGroup, "agent-engine", WebhookOptionKind.Choice, "injector", "Which agent is injected: ours, or HashiCorp's own image with its own command ('vault').") with
    {
        Choices = ["injector", "vault"],
    };

    /// <summary>Set of defaults for injected pods.</summary>
    public static WebhookOption Preset { get; } = Own(
        AgentGroup,
        "preset",
        WebhookOptionKind.Choice,
        "modern",
        "Set of defaults for the resulting pods. 'compatible' gives those of the reference injector, 'restricted' also refuses what weakens a pod.") with
    {
        Choices = ["compatible", "modern", "restricted"],
    };

    /// <summary>How the agent stands in the pod.</summary>
    public static WebhookOption SidecarMode { get; } = Own(
        AgentGroup,
        "sidecar-mode",
        WebhookOptionKind.Choice,
        "auto",
        "How the agent stands in the pod: one native sidecar, the classic pair of init container and sidecar, or native where the cluster can run it.") with
    {
        Choices = ["auto", "native", "classic"],
    };

    /// <summary>Defaults of annotations.</summary>
    public static WebhookOption DefaultsFile { get; } = Own(
        AgentGroup,
        "defaults-file",
        WebhookOptionKind.File,
        string.Empty,
        "JSON file with one object: annotation (with or without prefix) to the value it has in this installation unless a pod says otherwise. A flag wins over the file.");

    /// <summary>Image of our own agent.</summary>
    public static WebhookOption AgentImage { get; } = Own(
        AgentGroup, "agent-image", WebhookOptionKind.Text, InjectionSettings.DefaultAgentImage, "Image of the agent containers with -agent-engine=injector.");

    /// <summary>Image of HashiCorp's agent.</summary>
    public static WebhookOption VaultImage { get; } = Define(
        AgentGroup, "vault-image", WebhookOptionKind.Text, InjectionSettings.DefaultVaultImage, "Image of the agent containers with -agent-engine=vault.");

    /// <summary>Template of secrets without one.</summary>
    public static WebhookOption DefaultTemplate { get; } =
        Define(AgentGroup, "default-template", WebhookOptionKind.Choice, "map", "Form of secrets that have no template of their own.") with { Choices = ["map", "json"] };

    /// <summary>Whether tokens are revoked at the end.</summary>
    public static WebhookOption RevokeOnShutdown { get; } =
        Define(AgentGroup, "revoke-on-shutdown", WebhookOptionKind.Boolean, "false", "Whether an agent revokes its token when its pod ends.");

    /// <summary>User of the agent containers.</summary>
    public static WebhookOption RunAsUser { get; } = Define(AgentGroup, "run-as-user", WebhookOptionKind.UnixId, "100", "User number of the agent containers.");

    /// <summary>Group of the agent containers.</summary>
    public static WebhookOption RunAsGroup { get; } = Define(AgentGroup, "run-as-group", WebhookOptionKind.UnixId, "1000", "Group number of the agent containers.");

    /// <summary>Whether agents run as the app's user.</summary>
    public static WebhookOption RunAsSameUser { get; } =
        Define(AgentGroup, "run-as-same-user", WebhookOptionKind.Boolean, "false", "Whether the agent containers run as the user of the pod's first container.");

    /// <summary>Whether agent containers get a security context.</summary>
    public static WebhookOption SetSecurityContext { get; } = Define(
        AgentGroup, "set-security-context", WebhookOptionKind.Boolean, "true", "Whether the agent containers get a security context. Set it to false on OpenShift.");

    /// <summary>CPU request.</summary>
    public static WebhookOption CpuRequest { get; } =
        Define(AgentGroup, "cpu-request", WebhookOptionKind.Quantity, string.Empty, "CPU request of the agent containers. Not set: the preset's (250m in 'compatible'). 'none': no request.");

    /// <summary>CPU limit.</summary>
    public static WebhookOption CpuLimit { get; } =
        Define(AgentGroup, "cpu-limit", WebhookOptionKind.Quantity, string.Empty, "CPU limit of the agent containers. Not set: the preset's (500m in 'compatible'). 'none': no limit.");

    /// <summary>Memory request.</summary>
    public static WebhookOption MemoryRequest { get; } = Define(
        AgentGroup, "memory-request", WebhookOptionKind.Quantity, string.Empty, "Memory request of the agent containers. Not set: the preset's (64Mi in 'compatible').", "MEM_REQUEST");

    /// <summary>Memory limit.</summary>
    public static WebhookOption MemoryLimit { get; } = Define(
        AgentGroup, "memory-limit", WebhookOptionKind.Quantity, string.Empty, "Memory limit of the agent containers. Not set: the preset's (128Mi in 'compatible').", "MEM_LIMIT");

    /// <summary>Ephemeral storage request.</summary>
    public static WebhookOption EphemeralStorageRequest { get; } = Define(
        AgentGroup, "ephemeral-storage-request", WebhookOptionKind.Quantity, string.Empty, "Ephemeral storage request of the agent containers.", "EPHEMERAL_REQUEST");

    /// <summary>Ephemeral storage limit.</summary>
    public static WebhookOption EphemeralStorageLimit { get; } = Define(
        AgentGroup, "ephemeral-storage-limit", WebhookOptionKind.Quantity, string.Empty, "Ephemeral storage limit of the agent containers.", "EPHEMERAL_LIMIT");

    /// <summary>Whether an agent ends when a secret stays out of reach.</summary>
    public static WebhookOption TemplateConfigExitOnRetryFailure { get; } = Define(
        AgentGroup, "template-config-exit-on-retry-failure", WebhookOptionKind.Boolean, "true", "Whether an agent ends when it could not get a secret after all retries.");

    /// <summary>How often secrets without a lease are read again.</summary>
    public static WebhookOption TemplateStaticSecretRenderInterval { get; } = Define(
        AgentGroup, "template-static-secret-render-interval", WebhookOptionKind.Text, string.Empty, "How often secrets without a lease are read again. Empty: 5 minutes.");

    /// <summary>Connections of an agent to one host.</summary>
    public static WebhookOption TemplateMaxConnectionsPerHost { get; } = new()
    {
        Group = AgentGroup,
        Environment = WebhookOption.EnvironmentPrefix + "TEMPLATE_MAX_CONNECTIONS_PER_HOST",
        Kind = WebhookOptionKind.Integer,
        Default = "0",
        Meaning = "Most connections of an agent to one host. 0: the agent's default of 10.",
    };

    /// <summary>Part of a lease after which it is read again.</summary>
    public static WebhookOption TemplateLeaseRenewalThreshold { get; } = new()
    {
        Group = AgentGroup,
        Environment = WebhookOption.EnvironmentPrefix + "TEMPLATE_LEASE_RENEWAL_THRESHOLD",
        Kind = WebhookOptionKind.Fraction,
        Default = "0",
        Meaning = "Part of a lease that cannot be renewed after which the secret is read again. 0: the agent's default of 0.90.",
    };

    /// <summary>Parts whose idle connections are closed.</summary>
    public static WebhookOption DisableIdleConnections { get; } = Define(
        AgentGroup, "disable-idle-connections", WebhookOptionKind.List, string.Empty, "Parts of the agent that close idle connections: auto-auth, caching, proxying, templating.");

    /// <summary>Parts that use a connection once.</summary>
    public static WebhookOption DisableKeepAlives { get; } = Define(
        AgentGroup, "disable-keep-alives", WebhookOptionKind.List, string.Empty, "Parts of the agent that use each connection once: auto-auth, caching, proxying, templating.");

    internal static IEnumerable<WebhookOption> Agents =>
    [
        AgentEngine, Preset, SidecarMode, DefaultsFile, AgentImage, VaultImage, DefaultTemplate, RevokeOnShutdown, RunAsUser, RunAsGroup, RunAsSameUser, SetSecurityContext,
        CpuRequest, CpuLimit, MemoryRequest, MemoryLimit, EphemeralStorageRequest, EphemeralStorageLimit,
        TemplateConfigExitOnRetryFailure, TemplateStaticSecretRenderInterval, TemplateMaxConnectionsPerHost, TemplateLeaseRenewalThreshold,
        DisableIdleConnections, DisableKeepAlives,
    ];
}
