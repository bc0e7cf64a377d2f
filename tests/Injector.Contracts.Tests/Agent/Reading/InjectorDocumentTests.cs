using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Agent.Reading;

namespace Injector.Contracts.Tests.Agent.Reading;

/// <summary>What the webhook writes, the agent reads.</summary>
public sealed class InjectorDocumentTests
{
    [Fact]
    public void WrittenDocument_ReadsBackTheSame()
    {
        var written = new AgentConfiguration
        {
            Vault = new VaultConnection { Address = "https://vault:8200", CaCert = "/vault/tls/ca.crt", TlsServerName = "vault" },
            AutoAuth = new AutoAuth(
                new AuthMethod
                {
                    Type = "kubernetes",
                    MountPath = "auth/k8s",
                    MinBackoff = "2s",
                    MaxBackoff = "1m",
                    Namespace = "team",
                    ExitOnError = true,
                    Config = new Dictionary<string, string> { ["role"] = "app", ["token_path"] = "/t" },
                },
                [new TokenSink("/home/vault/.vault-token"), new TokenSink("/vault/secrets/token")]),
            ExitAfterAuth = true,
            PidFile = "/home/vault/.pid",
            Templates =
            [
                new TemplateEntry { Destination = "/vault/secrets/a", Contents = "<a> & b", LeftDelimiter = "{{", RightDelimiter = "}}", Perms = "0640", Command = "kill -HUP 1" },
                new TemplateEntry { Destination = "/vault/secrets/b", Source = "/vault/configs/b.tpl", LeftDelimiter = "[[", RightDelimiter = "]]", ErrorOnMissingKey = true },
            ],
            TemplateSettings = new TemplateSettings { ExitOnRetryFailure = true, StaticSecretRenderInterval = "30s", MaxConnectionsPerHost = 5, LeaseRenewalThreshold = 0.7 },
            Listeners = [new Listener("tcp", "127.0.0.1:8200") { TlsDisable = true, EnableQuit = true }],
            Cache = new CacheSettings { UseAutoAuthToken = "force", PersistPath = "/vault/agent-cache", PersistExitOnError = true },
            DisableIdleConnections = ["templating"],
            Injector = new InjectorSettings
            {
                InitPatience = "20s",
                InitDeadline = "90s",
                HandOver = "/home/vault/.state",
                RevokeOnShutdown = true,
                Publishing = "files",
                OnWithdrawn = "delete",
                Volumes = [new PublishedVolume("/vault/secrets", "generations")],
            },
        };

        var result = AgentConfigurationReader.Read([new ConfigurationText("VAULT_CONFIG", AgentConfigurationWriter.Write(written))]);

        Assert.Equal(["VI0306"], result.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equivalent(written with { LogLevel = null }, result.Configuration, strict: true);
    }
}
