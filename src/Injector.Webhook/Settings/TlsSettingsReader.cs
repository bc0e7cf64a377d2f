using System.Net.Security;
using System.Security.Authentication;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Webhook;
using Injector.Webhook.Certificates;
using Injector.Webhook.CommandLine;

namespace Injector.Webhook.Settings;

/// <summary>The certificate options, and the rules between them.</summary>
internal static class TlsSettingsReader
{
    public static TlsSettings Read(OptionValues values, ICollection<Diagnostic> found)
    {
        var mode = Mode(values);
        var settings = new TlsSettings
        {
            Mode = mode,
            CertificateFile = values.Text(WebhookOptionTable.TlsCertFile),
            KeyFile = values.Text(WebhookOptionTable.TlsKeyFile),
            CaCertificateFile = values.Text(WebhookOptionTable.TlsCaCertFile),
            ClientRoots = TrustedRoots.Read(WebhookOptionTable.TlsClientCaFile, values.Text(WebhookOptionTable.TlsClientCaFile), found),
            Configurations = values.List(WebhookOptionTable.TlsAuto),
            Hosts = values.List(WebhookOptionTable.TlsAutoHosts),
            SharedName = values.Text(WebhookOptionTable.TlsAutoName),
            Protocols = Protocols(values, found),
            CipherSuites = CipherSuiteNames.Policy(values.Text(WebhookOptionTable.TlsCipherSuites), found),
        };
        CheckPair(settings, found);
        CheckMode(settings, found);
        return settings;
    }

    private static CertificateMode Mode(OptionValues values) => OptionForm.Normalized(WebhookOptionTable.TlsMode, values.Text(WebhookOptionTable.TlsMode)) switch
    {
        "self" => CertificateMode.Self,
        "files" => CertificateMode.Files,
        "cert-manager" => CertificateMode.CertManager,
        _ => values.Text(WebhookOptionTable.TlsCertFile).Length > 0 ? CertificateMode.Files : CertificateMode.Self,
    };

    private static SslProtocols Protocols(OptionValues values, ICollection<Diagnostic> found)
    {
        var word = OptionForm.Normalized(WebhookOptionTable.TlsMinVersion, values.Text(WebhookOptionTable.TlsMinVersion));
        if (word is "tls10" or "tls11")
        {
            found.Add(Catalogue.Webhook.OldTlsVersion.For(WebhookOptionTable.TlsMinVersion.Name, word));
        }

#pragma warning disable CA5398 // The oldest version is the operator's choice; that is what the option is for.
        return word == "tls13" ? SslProtocols.Tls13 : SslProtocols.Tls12 | SslProtocols.Tls13;
#pragma warning restore CA5398
    }

    private static void CheckPair(TlsSettings settings, ICollection<Diagnostic> found)
    {
        if (settings.CertificateFile.Length > 0 && settings.KeyFile.Length == 0)
        {
            found.Add(NeedsOther(WebhookOptionTable.TlsCertFile, WebhookOptionTable.TlsKeyFile));
        }
        else if (settings.KeyFile.Length > 0 && settings.CertificateFile.Length == 0)
        {
            found.Add(NeedsOther(WebhookOptionTable.TlsKeyFile, WebhookOptionTable.TlsCertFile));
        }
    }

    private static void CheckMode(TlsSettings settings, ICollection<Diagnostic> found)
    {
        var word = settings.Mode switch { CertificateMode.Self => "self", CertificateMode.Files => "files", _ => "cert-manager" };
        if (settings.Mode == CertificateMode.Self && settings.Hosts.Count == 0)
        {
            found.Add(Catalogue.Webhook.ModeNeedsOption.For(WebhookOptionTable.TlsMode.Name, word, $"{WebhookOptionTable.TlsAutoHosts.Name} (or a certificate by {WebhookOptionTable.TlsCertFile.Name})"));
        }

        if (settings.Mode != CertificateMode.Self && settings.CertificateFile.Length + settings.KeyFile.Length == 0)
        {
            found.Add(Catalogue.Webhook.ModeNeedsOption.For(WebhookOptionTable.TlsMode.Name, word, WebhookOptionTable.TlsCertFile.Name));
        }
    }

    private static Diagnostic NeedsOther(WebhookOption set, WebhookOption missing) => Catalogue.Webhook.OptionNeedsOther.For(missing.Name, set.Name, missing.Name);
}
