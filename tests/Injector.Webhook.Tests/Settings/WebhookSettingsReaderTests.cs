using System.Security.Authentication;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Injection;
using Injector.Webhook.Settings;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Tests.Settings;

public sealed class WebhookSettingsReaderTests
{
    private static readonly string[] Minimum = ["-vault-address=http://v:8200", "-tls-cert-file=/c", "-tls-key-file=/k"];

    [Fact]
    public void NoOptions_LeaveThePresetsDefaults() => Assert.Empty(Read().Injection.AnnotationDefaults);

    [Fact]
    public void Options_BecomeAnnotationDefaults()
    {
        var injection = Read("-cpu-limit=", "-run-as-user=2000", "-disable-keep-alives=caching", "-agent-engine=vault", "-preset=compatible").Injection;

        Assert.Equal(AgentEngine.Vault, injection.Engine);
        Assert.Equal(InjectionPreset.Compatible, injection.Preset);
        Assert.Equal(
            new SortedDictionary<string, string> { ["agent-disable-keep-alives"] = "caching", ["agent-limits-cpu"] = string.Empty, ["agent-run-as-user"] = "2000" },
            new SortedDictionary<string, string>(injection.AnnotationDefaults.ToDictionary()));
    }

    [Fact]
    public void Flag_BeatsDefaultsFile()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """{"vault.hashicorp.com/agent-limits-cpu":"1","agent-inject-perms":"0400"}""");

        var defaults = Read($"-defaults-file={file}", "-cpu-limit=2").Injection.AnnotationDefaults;

        Assert.Equal("2", defaults["agent-limits-cpu"]);
        Assert.Equal("0400", defaults["agent-inject-perms"]);
        File.Delete(file);
    }

    [Fact]
    public void WarnsOf_UnknownNamesInTheDefaultsFile()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """{"agent-limit-mem":"1Gi","agent-limits-mem":"1Gi","vault.hashicorp.com/agent-inject-perms-db":"0400"}""");

        var warning = Assert.Single(Read($"-defaults-file={file}").Warnings);

        Assert.Equal("VI0102", warning.Code);
        Assert.Contains("'agent-limit-mem'", warning.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"a\":1}")]
    [InlineData("{")]
    public void Rejects_DefaultsFileOfAnotherForm(string content)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, content);

        Assert.Equal(Catalogue.Webhook.UnreadableFile.Code, Assert.Single(Faults([.. Minimum, $"-defaults-file={file}"])).Code);
        File.Delete(file);
    }

    [Fact]
    public void Rejects_MissingDefaultsFile() => Assert.Equal(Catalogue.Webhook.UnreadableFile.Code, Assert.Single(Faults([.. Minimum, "-defaults-file=/nowhere"])).Code);

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/dev/null")]
    [InlineData("/")]
    public void Rejects_ClientCaFileWithoutCertificates(string path) =>
        Assert.Equal(Catalogue.Webhook.UnreadableFile.Code, Assert.Single(Faults([.. Minimum, $"-tls-client-ca-file={path}"])).Code);

    [Theory]
    [InlineData("tls13", SslProtocols.Tls13)]
    [InlineData("tls12", SslProtocols.Tls12 | SslProtocols.Tls13)]
    [InlineData("tls10", SslProtocols.Tls12 | SslProtocols.Tls13)]
    public void TlsVersion_BecomesProtocols(string word, SslProtocols expected) => Assert.Equal(expected, Read($"-tls-min-version={word}").Tls.Protocols);

    [Fact]
    public void Warns_AboutTlsVersionsThatAreGone() =>
        Assert.Equal(Catalogue.Webhook.OldTlsVersion.Code, Assert.Single(Read("-tls-min-version=tls11").Warnings).Code);

    [Fact]
    public void Rejects_UnknownCipherSuite()
    {
        var fault = Assert.Single(Faults([.. Minimum, "-tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_NOPE"]));

        Assert.Contains("unsupported cipher \"TLS_NOPE\"", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Certificate_ChoosesModeFiles() => Assert.Equal(CertificateMode.Files, Read().Tls.Mode);

    [Fact]
    public void NoCertificate_ChoosesModeSelf()
    {
        Assert.Empty(WebhookSettingsReader.Read(["-vault-address=http://v", "-tls-auto-hosts=svc,svc.ns.svc"], static _ => null, out var settings));

        Assert.Equal(CertificateMode.Self, settings?.Tls.Mode);
        Assert.True(settings?.Tls.NeedsKubernetes);
    }

    [Fact]
    public void ModeFiles_NeedsNoKubernetes() => Assert.False(Read().Tls.NeedsKubernetes);

    [Theory]
    [InlineData("-tls-mode=self", "-tls-auto-hosts")]
    [InlineData("-tls-mode=cert-manager", "-tls-cert-file")]
    public void Rejects_ModeWithoutWhatItNeeds(string flag, string missing)
    {
        var fault = Assert.Single(Faults(["-vault-address=http://v", flag]));

        Assert.Equal(Catalogue.Webhook.ModeNeedsOption.Code, fault.Code);
        Assert.Contains(missing, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trace", LogLevel.Trace)]
    [InlineData("notice", LogLevel.Information)]
    [InlineData("Warning", LogLevel.Warning)]
    [InlineData("err", LogLevel.Error)]
    public void LogLevel_TakesTheReferencesWords(string word, LogLevel expected) => Assert.Equal(expected, Read($"-log-level={word}").LogLevel);

    private static WebhookSettings Read(params string[] flags)
    {
        Assert.Empty(WebhookSettingsReader.Read([.. Minimum, .. flags], static _ => null, out var settings));
        return settings ?? throw new InvalidOperationException();
    }

    private static IReadOnlyList<Diagnostic> Faults(string[] flags) => WebhookSettingsReader.Read(flags, static _ => null, out _);
}
