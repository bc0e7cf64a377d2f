namespace Injector.Contracts.Pods;

/// <summary>Names of the volumes the webhook adds, as users know them from the reference injector.</summary>
public static class VolumeNames
{
    /// <summary>Home of the init container.</summary>
    public const string HomeInit = "home-init";

    /// <summary>Home of the sidecar.</summary>
    public const string HomeSidecar = "home-sidecar";

    /// <summary>The rendered files.</summary>
    public const string Secrets = "vault-secrets";

    /// <summary>Followed by a number from 0: rendered files of secrets with a path of their own.</summary>
    public const string CustomSecretsPrefix = "vault-secrets-custom-";

    /// <summary>The user's ConfigMap with agent configuration files.</summary>
    public const string Config = "vault-config";

    /// <summary>The user's extra Secret.</summary>
    public const string ExtraSecrets = "extra-secrets";

    /// <summary>The user's Secret with TLS material.</summary>
    public const string TlsSecrets = "vault-tls-secrets";

    /// <summary>The persistent cache, and the hand-over from init container to sidecar.</summary>
    public const string AgentCache = "vault-agent-cache";

    /// <summary>The agent's own ServiceAccount token.</summary>
    public const string Token = "vault-agent-token";
}
