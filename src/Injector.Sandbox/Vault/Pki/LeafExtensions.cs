using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>The extensions of an end entity's certificate, as its role wants them.</summary>
internal static class LeafExtensions
{
    private static readonly Dictionary<string, string> Purposes = new()
    {
        ["server_flag"] = "1.3.6.1.5.5.7.3.1",
        ["client_flag"] = "1.3.6.1.5.5.7.3.2",
        ["code_signing_flag"] = "1.3.6.1.5.5.7.3.3",
        ["email_protection_flag"] = "1.3.6.1.5.5.7.3.4",
    };

    public static void Add(CertificateRequest request, PkiRole role, WantedNames names, JsonObject urls)
    {
        if (names.ToExtension() is { } alternatives)
        {
            request.CertificateExtensions.Add(alternatives);
        }

        var usages = role.KeyUsages().Select(Usage).Aggregate(X509KeyUsageFlags.None, static (all, one) => all | one);
        if (usages != X509KeyUsageFlags.None)
        {
            request.CertificateExtensions.Add(new X509KeyUsageExtension(usages, critical: true));
        }

        var purposes = new OidCollection();
        foreach (var (flag, oid) in Purposes.Where(item => role.Flag(item.Key)))
        {
            purposes.Add(new Oid(oid));
        }

        if (purposes.Count > 0)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(purposes, critical: false));
        }

        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        AddPlaces(request, urls);
    }

    private static void AddPlaces(CertificateRequest request, JsonObject urls)
    {
        var (issuers, responders, lists) = (Texts(urls["issuing_certificates"]), Texts(urls["ocsp_servers"]), Texts(urls["crl_distribution_points"]));
        if (issuers.Length + responders.Length > 0)
        {
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(responders, issuers, critical: false));
        }

        if (lists.Length > 0)
        {
            request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension(lists, critical: false));
        }
    }

    private static string[] Texts(JsonNode? node) => node is JsonArray list ? [.. list.Select(static item => item?.ToString() ?? string.Empty)] : [];

    private static X509KeyUsageFlags Usage(string name) => name.ToLowerInvariant() switch
    {
        "digitalsignature" => X509KeyUsageFlags.DigitalSignature,
        "keyagreement" => X509KeyUsageFlags.KeyAgreement,
        "keyencipherment" => X509KeyUsageFlags.KeyEncipherment,
        "dataencipherment" => X509KeyUsageFlags.DataEncipherment,
        "contentcommitment" => X509KeyUsageFlags.NonRepudiation,
        _ => X509KeyUsageFlags.None,
    };
}
