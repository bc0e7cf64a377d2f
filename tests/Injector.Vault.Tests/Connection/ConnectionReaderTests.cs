using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Vault.Connection;

namespace Injector.Vault.Tests.Connection;

/// <summary>agent.md K4, §18, §19 and vault-api.md §10.</summary>
public sealed class ConnectionReaderTests
{
    private static readonly AgentConfiguration Document = new()
    {
        Vault = new VaultConnection { Address = "https://document:8200", CaCert = "/document.pem", TlsSkipVerify = true, Namespace = "document" },
        AutoAuth = new AutoAuth(new AuthMethod { Type = "kubernetes", Namespace = "method" }, []),
    };

    [Fact]
    public void K4_FlagBeatsEnvironmentBeatsDocument()
    {
        Assert.Equal("https://flag:8200/", Read(new VaultConnection { Address = "https://flag:8200" }, Document, ("VAULT_ADDR", "https://env:8200")).Address.AbsoluteUri);
        Assert.Equal("https://env:8200/", Read(new VaultConnection(), Document, ("VAULT_ADDR", "https://env:8200")).Address.AbsoluteUri);
        Assert.Equal("https://document:8200/", Read(new VaultConnection(), Document).Address.AbsoluteUri);
        Assert.Equal("https://127.0.0.1:8200/", Read(new VaultConnection(), new AgentConfiguration()).Address.AbsoluteUri);
    }

    [Fact]
    public void K4_EmptyVariable_CountsAsUnset() => Assert.Equal("https://document:8200/", Read(new VaultConnection(), Document, ("VAULT_ADDR", "")).Address.AbsoluteUri);

    [Fact]
    public void BaoVariables_AreLookedUpFirst() =>
        Assert.Equal("https://bao:8200/", Read(new VaultConnection(), Document, ("VAULT_ADDR", "https://env:8200"), ("BAO_ADDR", "https://bao:8200")).Address.AbsoluteUri);

    [Theory]
    [InlineData("false", ServerVerification.Full)]
    [InlineData("0", ServerVerification.Full)]
    [InlineData("true", ServerVerification.None)]
    [InlineData("", ServerVerification.None)]
    public void K4_SkipVerify_IsABoolean(string value, ServerVerification expected) =>
        Assert.Equal(expected, Read(new VaultConnection(), Document, ("VAULT_SKIP_VERIFY", value)).Tls.Verification);

    [Theory]
    [InlineData("VAULT_SKIP_VERIFY", "perhaps", "VI0420")]
    [InlineData("VAULT_CLIENT_TIMEOUT", "soon", "VI0420")]
    [InlineData("VAULT_ADDR", "vault:8200", "VI0420")]
    [InlineData("VAULT_ADDR", "ftp://vault", "VI0420")]
    [InlineData("VAULT_CLIENT_CERT", "/cert.pem", "VI0421")]
    [InlineData("VAULT_CLIENT_KEY", "/key.pem", "VI0421")]
    [InlineData("VAULT_PROXY_ADDR", "::", "VI0420")]
    [InlineData("VAULT_RATE_LIMIT", "fast", "VI0420")]
    [InlineData("VAULT_RATE_LIMIT", "5:0", "VI0420")]
    [InlineData("VAULT_RATE_LIMIT", "0.0001", "VI0420")]
    [InlineData("VAULT_MAX_RETRIES", "-1", "VI0420")]
    [InlineData("VAULT_AGENT_DISABLE_KEEP_ALIVES", "templating,all", "VI0420")]
    [InlineData("VAULT_SRV_LOOKUP", "true", "VI0423")]
    public void WrongValue_NamesTheVariable(string name, string value, string code)
    {
        var (_, diagnostics) = ConnectionReader.Read(new VaultConnection(), new AgentConfiguration(), new Dictionary<string, string> { [name] = value });

        Assert.Equal(code, Assert.Single(diagnostics).Code);
    }

    [Theory]
    [InlineData("10", 10, 10)]
    [InlineData("0.5", 0.5, 1)]
    [InlineData("2.5:7", 2.5, 7)]
    public void RateLimit_IsARateAndABurst(string value, double perSecond, int burst) =>
        Assert.Equal(new RequestRate(perSecond, burst), Read(new VaultConnection(), new AgentConfiguration(), ("VAULT_RATE_LIMIT", value)).Rate);

    [Fact]
    public void RateLimit_ZeroIsNone() => Assert.Null(Read(new VaultConnection(), new AgentConfiguration(), ("VAULT_RATE_LIMIT", "0")).Rate);

    [Fact]
    public void MaxRetries_IsReadAndBounded()
    {
        Assert.Equal(0, Read(new VaultConnection(), new AgentConfiguration()).MaxRetries);
        Assert.Equal(5, Read(new VaultConnection(), new AgentConfiguration(), ("VAULT_MAX_RETRIES", "5")).MaxRetries);
        Assert.Equal(100, Read(new VaultConnection(), new AgentConfiguration(), ("VAULT_MAX_RETRIES", "100000")).MaxRetries);
    }

    [Fact]
    public void DisabledParts_OfTheVariableReplaceTheDocuments()
    {
        var document = new AgentConfiguration { DisableKeepAlives = ["templating"] };

        Assert.True(Read(new VaultConnection(), document).CloseConnections);
        Assert.False(Read(new VaultConnection(), document, ("VAULT_AGENT_DISABLE_KEEP_ALIVES", "caching, proxying")).CloseConnections);
        Assert.Equal(TimeSpan.Zero, Read(new VaultConnection(), document, ("VAULT_AGENT_DISABLE_IDLE_CONNECTIONS", "auto-auth")).IdleTimeout);
    }

    [Fact]
    public void SkippedVerification_IsWarnedAbout()
    {
        var (_, diagnostics) = ConnectionReader.Read(new VaultConnection(), Document, new Dictionary<string, string>());

        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(diagnostics, diagnostic => diagnostic.Code == "VI0422").Severity);
    }

    [Fact]
    public void Namespaces_ComeFromFlagVariableDocumentAndMethod()
    {
        Assert.Equal("flag", Read(new VaultConnection { Namespace = "/flag/" }, Document, ("VAULT_NAMESPACE", "env")).Namespace);
        Assert.Equal("env", Read(new VaultConnection(), Document, ("VAULT_NAMESPACE", "env/")).Namespace);
        Assert.Equal("document", Read(new VaultConnection(), Document).Namespace);
        Assert.Equal("method", Read(new VaultConnection(), Document with { Vault = new VaultConnection() }).Namespace);
        Assert.Null(Read(new VaultConnection(), new AgentConfiguration()).Namespace);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("1m", 60)]
    [InlineData("0", 60)]
    public void Timeout_IsSecondsOrADuration(string value, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Read(new VaultConnection(), new AgentConfiguration(), ("VAULT_CLIENT_TIMEOUT", value)).Timeout);

    [Fact]
    public void UnixAddress_IsAllowed() => Assert.Equal("unix", Read(new VaultConnection { Address = "unix:///run/vault.sock" }, new AgentConfiguration()).Address.Scheme);

    [Fact]
    public void IdleConnectionsAndKeepAlives_CanBeTurnedOff()
    {
        var settings = Read(new VaultConnection(), new AgentConfiguration { DisableIdleConnections = ["templating"], DisableKeepAlives = ["auto-auth"] });

        Assert.Equal(TimeSpan.Zero, settings.IdleTimeout);
        Assert.True(settings.CloseConnections);
    }

    [Theory]
    [InlineData("https://vault.shop.svc:8200", "", true)]
    [InlineData("https://vault.shop.svc:8200", ".svc", false)]
    [InlineData("https://shop.svc:8200", ".shop.svc", true)]
    [InlineData("https://shop.svc:8200", "*.shop.svc", true)]
    [InlineData("https://vaultshop.svc:8200", "shop.svc", true)]
    [InlineData("https://vault.shop.svc:8200", "svc", false)]
    [InlineData("https://vault.shop.svc:8200", "**", true)]
    [InlineData("https://vault.shop.svc:8200", "*.svc", false)]
    [InlineData("https://vault.shop.svc:8200", "vault.shop.svc:8200", false)]
    [InlineData("https://vault.shop.svc:8200", "vault.shop.svc:8201", true)]
    [InlineData("https://vault.shop.svc:8200", "*", false)]
    [InlineData("https://vault.shop.svc:8200", "other.svc, shop.svc", false)]
    [InlineData("https://10.1.2.3:8200", "10.0.0.0/8", false)]
    [InlineData("https://10.1.2.3:8200", "10.9.9.9/8", false)]
    [InlineData("https://10.1.2.3:8200", "10.0x10203", true)]
    [InlineData("https://10.1.2.3:8200", "10.1.2.3:8200", false)]
    [InlineData("https://[fd00::1]:8200", "[fd00::1]:8200", false)]
    [InlineData("https://[fd00::1]:8200", "[fd00::1]:8201", true)]
    [InlineData("https://10.1.2.3:8200", "192.168.0.0/16,10.1.2.3", false)]
    [InlineData("https://10.1.2.3:8200", "10.1.2.4", true)]
    [InlineData("https://localhost:8200", "", false)]
    [InlineData("https://127.0.0.1:8200", "", false)]
    [InlineData("https://[::1]:8200", "", false)]
    public void NoProxy_HasTheFormsPeopleWrite(string address, string exceptions, bool isProxied)
    {
        var settings = Read(new VaultConnection { Address = address }, new AgentConfiguration(), ("HTTPS_PROXY", "http://proxy:3128"), ("NO_PROXY", exceptions));

        Assert.Equal(isProxied, settings.Proxy?.GetProxy(settings.Address) is not null);
    }

    [Fact]
    public void OwnProxyVariable_HasNoExceptions()
    {
        var settings = Read(new VaultConnection(), new AgentConfiguration(), ("VAULT_PROXY_ADDR", "http://user:pass%21@proxy:3128"), ("NO_PROXY", "*"));

        Assert.Equal("proxy", settings.Proxy?.GetProxy(settings.Address)?.Host);
        Assert.Equal("pass!", settings.Proxy?.Credentials?.GetCredential(new Uri("http://proxy"), "Basic")?.Password);
    }

    [Fact]
    public void PlainHttp_UsesItsOwnProxyVariable() => Assert.Null(
        Read(new VaultConnection { Address = "http://vault:8200" }, new AgentConfiguration(), ("HTTPS_PROXY", "http://proxy:3128")).Proxy);

    private static VaultConnectionSettings Read(VaultConnection flags, AgentConfiguration document, params (string Name, string Value)[] environment)
    {
        var (settings, diagnostics) = ConnectionReader.Read(flags, document, environment.ToDictionary(pair => pair.Name, pair => pair.Value));
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return settings;
    }
}
