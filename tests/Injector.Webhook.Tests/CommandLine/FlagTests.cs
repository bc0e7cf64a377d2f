using Injector.Contracts.Diagnostics;
using Injector.Contracts.Webhook;
using Injector.Webhook.CommandLine;

namespace Injector.Webhook.Tests.CommandLine;

public sealed class FlagTests
{
    [Theory]
    [InlineData("-vault-address=http://v", "")]
    [InlineData("--vault-address=http://v", "")]
    [InlineData("-vault-address", "http://v")]
    [InlineData("--vault-address", "http://v")]
    public void P1_Reads_OneAndTwoDashesWithEqualsOrBlank(string first, string second)
    {
        var values = Read(second.Length == 0 ? [first] : [first, second]);

        Assert.Equal("http://v", values.Text(WebhookOptionTable.VaultAddress));
    }

    [Theory]
    [InlineData("true", "-revoke-on-shutdown")]
    [InlineData("false", "-revoke-on-shutdown=false")]
    [InlineData("T", "-revoke-on-shutdown", "T")]
    public void P1_Reads_BooleansWithOrWithoutValue(string expected, params string[] arguments)
    {
        var values = Read([.. arguments, "-vault-address=http://v"]);

        Assert.Equal(expected, values.Text(WebhookOptionTable.RevokeOnShutdown));
        Assert.Equal("http://v", values.Text(WebhookOptionTable.VaultAddress));
    }

    [Fact]
    public void P2_Tolerates_StrayRedirection() => Assert.Equal("http://v", Read(["2>&1", "-vault-address=http://v"]).Text(WebhookOptionTable.VaultAddress));

    [Fact]
    public void P3_Environment_BeatsFlag()
    {
        var values = Read(["-run-as-user=7"], ("AGENT_INJECT_RUN_AS_USER", "5005"));

        Assert.Equal(new OptionValue("5005", OptionSource.Environment), values[WebhookOptionTable.RunAsUser]);
    }

    [Fact]
    public void P3_EmptyEnvironment_CountsAsAbsent() =>
        Assert.Equal("7", Read(["-run-as-user=7"], ("AGENT_INJECT_RUN_AS_USER", string.Empty)).Text(WebhookOptionTable.RunAsUser));

    [Fact]
    public void P3_None_UnsetsThroughTheEnvironment()
    {
        var values = Read(["-cpu-limit=1"], ("AGENT_INJECT_CPU_LIMIT", "none"));

        Assert.Equal(string.Empty, values.Text(WebhookOptionTable.CpuLimit));
        Assert.True(values.IsGiven(WebhookOptionTable.CpuLimit));
    }

    [Fact]
    public void Names_NearestFlagForAnUnknownOne()
    {
        var faults = Faults(["-tls-cert-flie=/x"]);

        Assert.Contains("Did you mean '-tls-cert-file'?", Assert.Single(faults).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_EveryFaultAtOnce()
    {
        var codes = Faults(["-nonsense=1", "word", "-cpu-limit=lots", "-run-as-user=nobody", "-log-level"]).Select(static fault => fault.Code);

        Assert.Equal(
            [
                Catalogue.Webhook.UnknownFlag.Code, Catalogue.Webhook.StrayArgument.Code, Catalogue.Webhook.FlagWithoutValue.Code,
                Catalogue.Webhook.BadOptionValue.Code, Catalogue.Webhook.BadOptionValue.Code,
            ],
            codes);
    }

    [Theory]
    [InlineData("-listen=8080")]
    [InlineData("-listen=")]
    [InlineData("-listen=example.com:80")]
    [InlineData("-listen=::1:80")]
    [InlineData("-listen=:99999")]
    [InlineData("-log-level=loud")]
    [InlineData("-default-template=MAP")]
    [InlineData("-default-template=")]
    [InlineData("-vault-address=vault:8200")]
    [InlineData("-vault-address=ftp://vault")]
    [InlineData("-vault-address=unix://")]
    [InlineData("-cpu-limit=5e")]
    [InlineData("-cpu-limit=5e+")]
    [InlineData("-auth-min-backoff=2")]
    [InlineData("-shutdown-delay=-1s")]
    [InlineData("-set-security-context=yes")]
    [InlineData("-memory-limit=1Gib")]
    [InlineData("-run-as-group=-1")]
    [InlineData("-telemetry-path=metrics")]
    [InlineData("-telemetry-path=/mutate")]
    [InlineData("-telemetry-path=/health/ready")]
    [InlineData("-vault-cacert-bytes=bm90IGEgY2VydA==")]
    [InlineData("-preset=old")]
    public void Rejects_ValuesOfTheWrongForm(string flag)
    {
        var fault = Assert.Single(Faults([flag]));

        Assert.Equal(Catalogue.Webhook.BadOptionValue.Code, fault.Code);
        Assert.Equal(flag[..flag.IndexOf('=', StringComparison.Ordinal)], fault.Subject);
    }

    [Theory]
    [InlineData("-listen=[::1]:8443")]
    [InlineData("-listen=localhost:8443")]
    [InlineData("-log-level= WARNING ")]
    [InlineData("-vault-address=unix:///run/vault.sock")]
    [InlineData("-vault-address=http://$(HOST_IP):8200")]
    [InlineData("-telemetry-path=/v1/metrics")]
    [InlineData("-cpu-limit=none")]
    [InlineData("-cpu-limit=")]
    [InlineData("-memory-limit=1e3")]
    [InlineData("-cpu-request=.5")]
    [InlineData("-auth-max-backoff=1h30m")]
    public void Accepts_ValuesOfTheRightForm(string flag) => Assert.Empty(Faults([flag]));

    [Theory]
    [InlineData("AGENT_INJECT_TEMPLATE_MAX_CONNECTIONS_PER_HOST", "many")]
    [InlineData("AGENT_INJECT_TEMPLATE_LEASE_RENEWAL_THRESHOLD", "1.5")]
    public void Rejects_EnvironmentValuesOfTheWrongForm(string name, string value) =>
        Assert.Contains(name, Assert.Single(Faults([], (name, value))).Message, StringComparison.Ordinal);

    private static OptionValues Read(string[] arguments, params (string Name, string Value)[] environment)
    {
        var faults = new List<Diagnostic>();
        var values = OptionReader.Read(arguments, name => environment.FirstOrDefault(pair => pair.Name == name).Value, faults);
        Assert.Empty(faults);
        return values;
    }

    private static List<Diagnostic> Faults(string[] arguments, params (string Name, string Value)[] environment)
    {
        var faults = new List<Diagnostic>();
        OptionReader.Read(arguments, name => environment.FirstOrDefault(pair => pair.Name == name).Value, faults);
        return faults;
    }
}
