namespace Injector.Contracts.Injection;

/// <summary>
/// Everything an installation decides about injection. Values stay the texts that were given on the command line or in the environment: they are
/// defaults of annotations and follow the same syntax. Null means "not given": the preset's own default counts. An empty text means "no value".
/// </summary>
public sealed record InjectionSettings
{
    /// <summary>Which agent is put into pods. Default <see cref="AgentEngine.Injector"/>. Flag <c>agent-engine</c>.</summary>
    public AgentEngine Engine { get; init; } = AgentEngine.Injector;

    /// <summary>The set of defaults. Default <see cref="InjectionPreset.Modern"/>. Flag <c>preset</c>.</summary>
    public InjectionPreset Preset { get; init; } = InjectionPreset.Modern;

    /// <summary>What the cluster can do. Default: nothing is known.</summary>
    public ClusterFacts Cluster { get; init; } = ClusterFacts.Unknown;

    /// <summary>Address of Vault; mandatory: without it every injection is denied. Default of <c>service</c>. Flag <c>vault-address</c>.</summary>
    public string VaultAddress { get; init; } = string.Empty;

    /// <summary>Image used by <see cref="AgentEngine.Vault"/>. Default <c>hashicorp/vault:2.0.4</c>. Flag <c>vault-image</c>.</summary>
    public string VaultImage { get; init; } = DefaultVaultImage;

    /// <summary>Image used by <see cref="AgentEngine.Injector"/>. Flag <c>agent-image</c>.</summary>
    public string AgentImage { get; init; } = DefaultAgentImage;

    /// <summary>Default of <c>auth-type</c>. Flag <c>vault-auth-type</c>.</summary>
    public string AuthType { get; init; } = "kubernetes";

    /// <summary>Default of <c>auth-path</c>; empty: every injection is denied. Flag <c>vault-auth-path</c>.</summary>
    public string AuthPath { get; init; } = "auth/kubernetes";

    /// <summary>CA of Vault handed to every agent: PEM, or base64 of PEM. Flag <c>vault-cacert-bytes</c>.</summary>
    public string VaultCaCertBytes { get; init; } = string.Empty;

    /// <summary>
    /// Defaults of any annotation by its name without prefix, for example <c>agent-limits-cpu</c>. A key that is absent leaves the preset's default.
    /// The reference's own flags (<c>cpu-limit</c>, <c>default-template</c>, <c>run-as-user</c> …) are spelled as the annotation they are the default of.
    /// </summary>
    public IReadOnlyDictionary<string, string> AnnotationDefaults { get; init; } = new Dictionary<string, string>();

    /// <summary>Namespaces in which a pod that asks for injection is denied. Default <c>kube-system</c> and <c>kube-public</c>.</summary>
    public IReadOnlyCollection<string> SystemNamespaces { get; init; } = ["kube-system", "kube-public"];

    /// <summary>The reference's default image.</summary>
    public const string DefaultVaultImage = "hashicorp/vault:2.0.4";

    /// <summary>Our own agent's default image.</summary>
    public const string DefaultAgentImage = "ghcr.io/vault-injector/injector-agent:0.1.0";
}
