using Injector.Contracts.Webhook;
using Injector.Webhook.CommandLine;

namespace Injector.Webhook.Tests.CommandLine;

public sealed class OptionTableTests
{
    // The reference's flags with their environment suffixes and defaults (webhook-operations 1.1); our defaults that differ on purpose are left out.
    public static TheoryData<string, string, string> Reference() => new()
    {
        { "listen", "LISTEN", ":8080" },
        { "log-level", "LOG_LEVEL", "info" },
        { "log-format", "LOG_FORMAT", "standard" },
        { "vault-address", "VAULT_ADDR", "" },
        { "vault-image", "VAULT_IMAGE", "hashicorp/vault:2.0.4" },
        { "vault-auth-type", "VAULT_AUTH_TYPE", "kubernetes" },
        { "vault-auth-path", "VAULT_AUTH_PATH", "auth/kubernetes" },
        { "vault-namespace", "VAULT_NAMESPACE", "" },
        { "vault-cacert-bytes", "VAULT_CACERT_BYTES", "" },
        { "proxy-address", "PROXY_ADDR", "" },
        { "default-template", "DEFAULT_TEMPLATE", "map" },
        { "revoke-on-shutdown", "REVOKE_ON_SHUTDOWN", "false" },
        { "run-as-user", "RUN_AS_USER", "100" },
        { "run-as-group", "RUN_AS_GROUP", "1000" },
        { "run-as-same-user", "RUN_AS_SAME_USER", "false" },
        { "set-security-context", "SET_SECURITY_CONTEXT", "true" },
        { "cpu-request", "CPU_REQUEST", "" },
        { "cpu-limit", "CPU_LIMIT", "" },
        { "memory-request", "MEM_REQUEST", "" },
        { "memory-limit", "MEM_LIMIT", "" },
        { "ephemeral-storage-request", "EPHEMERAL_REQUEST", "" },
        { "ephemeral-storage-limit", "EPHEMERAL_LIMIT", "" },
        { "template-config-exit-on-retry-failure", "TEMPLATE_CONFIG_EXIT_ON_RETRY_FAILURE", "true" },
        { "template-static-secret-render-interval", "TEMPLATE_STATIC_SECRET_RENDER_INTERVAL", "" },
        { "auth-min-backoff", "AUTH_MIN_BACKOFF", "" },
        { "auth-max-backoff", "AUTH_MAX_BACKOFF", "" },
        { "disable-idle-connections", "DISABLE_IDLE_CONNECTIONS", "" },
        { "disable-keep-alives", "DISABLE_KEEP_ALIVES", "" },
        { "tls-auto", "TLS_AUTO", "" },
        { "tls-auto-hosts", "TLS_AUTO_HOSTS", "" },
        { "tls-cert-file", "TLS_CERT_FILE", "" },
        { "tls-key-file", "TLS_KEY_FILE", "" },
        { "tls-ca-cert-file", "TLS_CA_CERT_FILE", "" },
        { "tls-min-version", "TLS_MIN_VERSION", "tls12" },
        { "tls-cipher-suites", "TLS_CIPHER_SUITES", "" },
        { "telemetry-path", "TELEMETRY_PATH", "" },
        { "use-leader-elector", "USE_LEADER_ELECTOR", "false" },
    };

    [Theory]
    [MemberData(nameof(Reference))]
    public void HasEveryOptionOfTheReference(string flag, string suffix, string fallback)
    {
        var option = Assert.Single(WebhookOptionTable.All, option => option.Flag == flag);

        Assert.Equal($"AGENT_INJECT_{suffix}", option.Environment);
        Assert.Equal(fallback, option.Default);
        Assert.True(option.IsInReference);
    }

    [Fact]
    public void Names_AreUnique()
    {
        Assert.Distinct(WebhookOptionTable.All.Select(static option => option.Environment));
        Assert.Distinct(WebhookOptionTable.All.Where(static option => option.Flag is not null).Select(static option => option.Flag));
    }

    [Fact]
    public void EveryDeclaredOption_IsListed()
    {
        var declared = typeof(WebhookOptionTable).GetProperties()
            .Where(static property => property.PropertyType == typeof(WebhookOption))
            .Select(static property => property.GetValue(null));

        Assert.Equal(declared.Count(), WebhookOptionTable.All.Count);
    }

    [Fact]
    public void Defaults_HaveTheFormTheyDemand() => Assert.All(
        WebhookOptionTable.All.Where(static option => option.Default.Length > 0),
        static option => Assert.Null(OptionForm.Fault(option, option.Default)));

    [Fact]
    public void Help_NamesEveryOption()
    {
        var text = UsageText.Flags();

        Assert.All(WebhookOptionTable.All, option => Assert.Contains(option.Environment, text, StringComparison.Ordinal));
    }
}
