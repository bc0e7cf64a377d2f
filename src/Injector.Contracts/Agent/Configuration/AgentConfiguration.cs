namespace Injector.Contracts.Agent.Configuration;

/// <summary>
/// The agent's configuration document, as far as we act on it: Vault Agent's own format, with our settings in one extra object,
/// <c>injector</c>. It is the contract between webhook and agent (JSON in <c>VAULT_CONFIG</c>, or files of a ConfigMap).
/// </summary>
public sealed record AgentConfiguration
{
    /// <summary>How to reach Vault.</summary>
    public VaultConnection Vault { get; init; } = new();

    /// <summary>How to log in, and where the token goes. Null: no login.</summary>
    public AutoAuth? AutoAuth { get; init; }

    /// <summary>The files to render. Order is kept.</summary>
    public IReadOnlyList<TemplateEntry> Templates { get; init; } = [];

    /// <summary>Settings that all templates share.</summary>
    public TemplateSettings TemplateSettings { get; init; } = new();

    /// <summary>True for the init container: end with 0 when every sink has the token and every file was published. Default false.</summary>
    public bool ExitAfterAuth { get; init; }

    /// <summary>File for the decimal process id, mode 0600, removed at exit. Null: none.</summary>
    public string? PidFile { get; init; }

    /// <summary><c>trace</c>, <c>debug</c>, <c>info</c>, <c>warn</c> or <c>error</c>; null: <c>info</c>.</summary>
    public string? LogLevel { get; init; }

    /// <summary><c>standard</c> or <c>json</c>; null: <c>standard</c>.</summary>
    public string? LogFormat { get; init; }

    /// <summary>The listeners, in order.</summary>
    public IReadOnlyList<Listener> Listeners { get; init; } = [];

    /// <summary>The cache section; null: absent.</summary>
    public CacheSettings? Cache { get; init; }

    /// <summary>Parts whose idle connections are closed: <c>auto-auth</c>, <c>templating</c>, <c>caching</c>, <c>proxying</c>.</summary>
    public IReadOnlyList<string> DisableIdleConnections { get; init; } = [];

    /// <summary>Parts that use each connection once; same words.</summary>
    public IReadOnlyList<string> DisableKeepAlives { get; init; } = [];

    /// <summary>Telemetry parameters as given; null: absent.</summary>
    public IReadOnlyDictionary<string, object?>? Telemetry { get; init; }

    /// <summary>Variables rendered for <see cref="Exec"/>. Order is kept.</summary>
    public IReadOnlyList<EnvironmentTemplate> EnvironmentTemplates { get; init; } = [];

    /// <summary>The supervised process; null: none.</summary>
    public SupervisedProcess? Exec { get; init; }

    /// <summary>Whether and how the API proxy adds the agent's token: <c>true</c>, <c>false</c> or <c>force</c>; null: no <c>api_proxy</c> section.</summary>
    public string? ApiProxyUseAutoAuthToken { get; init; }

    /// <summary>File that receives the log besides the output; null: none.</summary>
    public string? LogFile { get; init; }

    /// <summary>When that file is put aside.</summary>
    public LogFileSettings LogFileSettings { get; init; } = new();

    /// <summary>Our own settings; null: the section is absent.</summary>
    public InjectorSettings? Injector { get; init; }
}
