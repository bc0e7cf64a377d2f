namespace Injector.Contracts.Annotations;

public static partial class AnnotationCatalogue
{
    /// <summary>Role of the login.</summary>
    public static AnnotationDefinition Role { get; } = new("role", AnnotationValueType.Text, "Role of the login. Mandatory for the method kubernetes.")
    {
        Example = "payments",
    };

    /// <summary>Login method.</summary>
    public static AnnotationDefinition AuthType { get; } = new("auth-type", AnnotationValueType.Text, "Login method.")
    {
        Default = "kubernetes",
        Example = "jwt",
    };

    /// <summary>Mount of the login method.</summary>
    public static AnnotationDefinition AuthPath { get; } = new("auth-path", AnnotationValueType.Text, "Mount of the login method, with auth/ in front.")
    {
        Default = "auth/kubernetes",
        Example = "auth/kubernetes-eu1",
    };

    /// <summary>Setting of the login method.</summary>
    public static AnnotationDefinition AuthConfig { get; } = new("auth-config", AnnotationValueType.Text,
        "Setting of the login method; dashes in the parameter become underscores.")
    {
        Scope = AnnotationScope.Parameter,
        Example = "/vault/custom/role-id",
        Difference = "When two spellings name one setting, the one with underscores counts; the reference chooses by chance.",
    };

    /// <summary>First pause after a failed login.</summary>
    public static AnnotationDefinition AuthMinBackoff { get; } = new("auth-min-backoff", AnnotationValueType.Duration, "First pause after a failed login.")
    {
        Example = "1s",
    };

    /// <summary>Longest pause after a failed login.</summary>
    public static AnnotationDefinition AuthMaxBackoff { get; } = new("auth-max-backoff", AnnotationValueType.Duration, "Longest pause after a failed login.")
    {
        Example = "5m",
    };

    /// <summary>Whether the first failed login ends the agent.</summary>
    public static AnnotationDefinition AutoAuthExitOnError { get; } = new("agent-auto-auth-exit-on-err", AnnotationValueType.Boolean,
        "Ends the agent at the first failed login.")
    {
        Default = "false",
        Example = "true",
    };

    /// <summary>Volume with the token for the login.</summary>
    public static AnnotationDefinition TokenVolumeName { get; } = new("agent-service-account-token-volume-name", AnnotationValueType.Text,
        "Volume of the pod that holds the ServiceAccount token for the login.")
    {
        Example = "vault-token",
    };

    /// <summary>Where the login token comes from.</summary>
    public static AnnotationDefinition TokenSource { get; } = new("token-source", AnnotationValueType.Choice,
        "Where the login token comes from: a projection of its own that only the agent sees, or the token Kubernetes mounts into the app.")
    {
        Default = "mounted",
        Choices = ["projected", "mounted"],
        Example = "projected",
        IsOwn = true,
    };

    /// <summary>Audience of the agent's own token.</summary>
    public static AnnotationDefinition TokenAudience { get; } = new("token-audience", AnnotationValueType.Text,
        "Audience of the agent's own token; must match the Vault role's bound audience.")
    {
        DefaultNote = "the API server's",
        Example = "vault",
        IsOwn = true,
    };

    /// <summary>Life of the agent's own token.</summary>
    public static AnnotationDefinition TokenExpiry { get; } = new("token-expiry", AnnotationValueType.Duration,
        "Life of the agent's own token, at least 10m. The kubelet replaces it in time.")
    {
        Default = "1h",
        Example = "10m",
        IsOwn = true,
    };

    private static AnnotationDefinition[] AuthenticationKeys =>
    [
        Role, AuthType, AuthPath, AuthConfig, AuthMinBackoff, AuthMaxBackoff, AutoAuthExitOnError, TokenVolumeName, TokenSource, TokenAudience, TokenExpiry,
    ];
}
