using System.Text;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Agent.Reading;

namespace Injector.Contracts.Tests.Agent;

public sealed class AgentConfigurationWriterTests
{
    private static readonly AgentConfiguration Full = new()
    {
        AutoAuth = new AutoAuth(
            new AuthMethod
            {
                Type = "kubernetes",
                MountPath = "auth/k",
                MinBackoff = "1s",
                MaxBackoff = "5m",
                Namespace = "team-a",
                Config = new Dictionary<string, string> { ["token_path"] = "/t", ["role"] = "r" },
                ExitOnError = true,
            },
            [new TokenSink("/home/vault/.vault-token"), new TokenSink("/vault/secrets/token")]),
        ExitAfterAuth = true,
        PidFile = "/home/vault/.pid",
        Vault = new VaultConnection { Address = "https://v", CaCert = "/ca", CaPath = "/cas", ClientCert = "/c", ClientKey = "/k", TlsServerName = "v", TlsSkipVerify = true },
        Templates =
        [
            new TemplateEntry { Destination = "/vault/secrets/a", Contents = "<a & b> {{ \"é\" }}\n", LeftDelimiter = "{{", RightDelimiter = "}}", Perms = "0600", Command = "x", ErrorOnMissingKey = true },
            new TemplateEntry { Destination = "/vault/secrets/b", Source = "/t", LeftDelimiter = "<<", RightDelimiter = ">>" },
        ],
        Listeners = [new Listener("tcp", "127.0.0.1:8200") { TlsDisable = true, EnableQuit = true }],
        Cache = new CacheSettings { UseAutoAuthToken = "force", PersistPath = "/vault/agent-cache", PersistExitOnError = true },
        TemplateSettings = new TemplateSettings { ExitOnRetryFailure = true, StaticSecretRenderInterval = "30s", MaxConnectionsPerHost = 4, LeaseRenewalThreshold = 0.75 },
        DisableIdleConnections = ["auto-auth"],
        DisableKeepAlives = ["caching"],
        Injector = new InjectorSettings
        {
            InitPatience = "20s",
            InitDeadline = "1m",
            HandOver = "/home/vault",
            RevokeOnShutdown = true,
            RevokeGrace = "5s",
            Volumes = [new PublishedVolume("/vault/secrets", "generations"), new PublishedVolume("/etc/b", "files")],
        },
    };

    [Fact]
    public void Reader_UnderstandsWhatTheWriterWrote()
    {
        var written = AgentConfigurationWriter.Write(Full);

        var result = AgentConfigurationReader.Read([new ConfigurationText("VAULT_CONFIG", written)]);

        Assert.Equal(["VI0306"], result.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal(Encoding.UTF8.GetString(written.Span), Encoding.UTF8.GetString(AgentConfigurationWriter.Write(result.Configuration).Span));
    }

    [Fact]
    public void EmptyMembers_AreLeftOut() => Assert.Equal(
        "{\"exit_after_auth\":false,\"vault\":{\"address\":\"\"},\"template_config\":{\"exit_on_retry_failure\":false}}",
        Encoding.UTF8.GetString(AgentConfigurationWriter.Write(new AgentConfiguration()).Span));

    [Fact]
    public void Telemetry_KeepsItsTypes() => Assert.Contains(
        "\"telemetry\":{\"disable_hostname\":true,\"maximum_gauge_cardinality\":3,\"prefix_filter\":[\"+a\"],\"statsd_address\":\"s\"}",
        Encoding.UTF8.GetString(AgentConfigurationWriter.Write(new AgentConfiguration
        {
            Telemetry = new Dictionary<string, object?> { ["statsd_address"] = "s", ["disable_hostname"] = true, ["maximum_gauge_cardinality"] = 3L, ["prefix_filter"] = new[] { "+a" } },
        }).Span),
        StringComparison.Ordinal);
}
