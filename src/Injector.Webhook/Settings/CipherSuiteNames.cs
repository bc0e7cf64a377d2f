using System.Net.Security;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Webhook;

namespace Injector.Webhook.Settings;

/// <summary>Cipher suites by their IANA names.</summary>
internal static class CipherSuiteNames
{
    // TLS 1.3 suites are not configurable in the reference either; they stay on whatever is listed.
    private static readonly TlsCipherSuite[] Tls13 = [TlsCipherSuite.TLS_AES_128_GCM_SHA256, TlsCipherSuite.TLS_AES_256_GCM_SHA384, TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256];

    public static CipherSuitesPolicy? Policy(string list, ICollection<Diagnostic> found)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0 || !OperatingSystem.IsLinux())
        {
            return null;
        }

        var suites = new List<TlsCipherSuite>(Tls13);
        foreach (var name in names)
        {
            if (name.StartsWith("TLS_", StringComparison.Ordinal) && Enum.TryParse<TlsCipherSuite>(name, ignoreCase: false, out var suite))
            {
                suites.Add(suite);
            }
            else
            {
                found.Add(Catalogue.Webhook.UnknownCipherSuite.For(WebhookOptionTable.TlsCipherSuites.Name, list, name));
            }
        }

        return new CipherSuitesPolicy(suites);
    }
}
