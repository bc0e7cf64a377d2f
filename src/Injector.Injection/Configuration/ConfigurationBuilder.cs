using System.Globalization;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Injection;
using Injector.Contracts.Pods;
using Injector.Injection.Agents;
using Injector.Injection.Secrets;

namespace Injector.Injection.Configuration;

/// <summary>Makes the configuration document of one agent container.</summary>
internal static class ConfigurationBuilder
{
    private const string Generations = "generations";
    private const string Files = "files";

    /// <summary>Makes the document.</summary>
    /// <param name="plan">What was decided.</param>
    /// <param name="role">The container's part.</param>
    /// <param name="plainVolumes">Volumes that some container mounts with <c>subPath</c>: their files are replaced one by one.</param>
    public static AgentConfiguration Build(AgentPlan plan, AgentRole role, IReadOnlySet<string> plainVolumes) => new()
    {
        AutoAuth = new AutoAuth(
            new AuthMethod
            {
                Type = plan.Login.Type,
                MountPath = plan.Login.Path,
                MinBackoff = plan.Login.MinBackoff,
                MaxBackoff = plan.Login.MaxBackoff,
                Namespace = plan.Connection.Namespace,
                Config = plan.Login.Config,
                ExitOnError = plan.Login.ExitOnError,
            },
            Sinks(plan)),
        ExitAfterAuth = role == AgentRole.Init,
        PidFile = PodPaths.PidFile,
        Vault = new VaultConnection
        {
            Address = plan.Connection.Address,
            CaCert = plan.Connection.CaCert,
            CaPath = plan.Connection.CaPath,
            ClientCert = plan.Connection.ClientCert,
            ClientKey = plan.Connection.ClientKey,
            TlsServerName = plan.Connection.TlsServerName,
            TlsSkipVerify = plan.Connection.TlsSkipVerify,
        },
        Templates = [.. plan.Secrets.Select(secret => Template(secret, role != AgentRole.Init || plan.CommandsInInit))],
        Listeners = Listeners(plan),
        Cache = Cache(plan),
        TemplateSettings = new TemplateSettings
        {
            ExitOnRetryFailure = plan.Options.ExitOnRetryFailure,
            StaticSecretRenderInterval = plan.Options.StaticSecretRenderInterval,
            MaxConnectionsPerHost = plan.Options.MaxConnectionsPerHost,
            LeaseRenewalThreshold = plan.Options.LeaseRenewalThreshold,
        },
        DisableIdleConnections = plan.Options.DisableIdleConnections,
        DisableKeepAlives = plan.Options.DisableKeepAlives,
        Telemetry = plan.Options.Telemetry,
        Injector = plan.Engine == AgentEngine.Injector ? Own(plan, role, plainVolumes) : null,
    };

    private static TokenSink[] Sinks(AgentPlan plan) => plan.InjectToken
        ? [new TokenSink(PodPaths.TokenSink), new TokenSink($"{plan.Volumes[0].MountPath}/token")]
        : [new TokenSink(PodPaths.TokenSink)];

    private static TemplateEntry Template(SecretFile secret, bool withCommand) => new()
    {
        Destination = secret.Destination,
        Contents = secret.Contents,
        Source = secret.Source,
        LeftDelimiter = secret.LeftDelimiter,
        RightDelimiter = secret.RightDelimiter,
        Perms = secret.Perms,
        Command = withCommand ? secret.Command : null,
        ErrorOnMissingKey = secret.ErrorOnMissingKey,
    };

    private static bool HasCache(AgentPlan plan) => plan.Options.CacheEnabled && plan.Layout != AgentLayout.InitOnly;

    private static Listener[] Listeners(AgentPlan plan) => HasCache(plan) || plan.Options.EnableQuit
        ? [new Listener("tcp", $"127.0.0.1:{plan.Options.ListenerPort}") { TlsDisable = true, EnableQuit = plan.Options.EnableQuit }]
        : [];

    private static CacheSettings? Cache(AgentPlan plan)
    {
        if (!HasCache(plan))
        {
            return plan.Options.EnableQuit ? new CacheSettings() : null;
        }

        // HashiCorp's agent binds the persistent cache to the default mount's token, unless it is told another one.
        return new CacheSettings
        {
            UseAutoAuthToken = plan.Options.CacheUseAutoAuthToken,
            PersistPath = plan.PersistsCache ? PodPaths.AgentCache : null,
            PersistTokenFile = plan.Token.Path == $"{PodPaths.ServiceAccount}/token" ? null : plan.Token.Path,
            PersistExitOnError = plan.Options.CacheExitOnError,
        };
    }

    // Restarts of one container find token and leases in its home; the classic pair needs a volume that both see.
    private static InjectorSettings Own(AgentPlan plan, AgentRole role, IReadOnlySet<string> plainVolumes) => new()
    {
        InitPatience = role == AgentRole.Sidecar ? null : plan.Gate.InitPatience,
        InitDeadline = role == AgentRole.Native ? plan.Gate.InitDeadline : null,
        HandOver = plan.HandsOver ? PodPaths.AgentCache : PodPaths.Home,
        RevokeOnShutdown = plan.RevokeOnShutdown && role != AgentRole.Init,
        RevokeGrace = plan.RevokeOnShutdown && role != AgentRole.Init
            ? string.Create(CultureInfo.InvariantCulture, $"{plan.RevokeGraceSeconds}s")
            : null,
        Volumes = [.. plan.Volumes.Select(volume => new PublishedVolume(volume.MountPath, plainVolumes.Contains(volume.Name) ? Files : Generations))],
    };
}
