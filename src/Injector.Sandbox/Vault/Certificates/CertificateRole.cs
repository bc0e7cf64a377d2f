using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Pki;
using Injector.Sandbox.Vault.Policies;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Certificates;

/// <summary>Which client certificates get which token.</summary>
internal sealed record CertificateRole
{
    /// <summary>The authorities, or the client's own certificate; PEM.</summary>
    public string Certificate { get; init; } = string.Empty;

    public IReadOnlyList<string> CommonNames { get; init; } = [];

    public IReadOnlyList<string> DnsNames { get; init; } = [];

    public string DisplayName { get; init; } = string.Empty;

    public TokenParameters Token { get; init; } = new();

    public static (CertificateRole? Role, VaultReply? Refusal) Update(FieldReader fields, CertificateRole? before)
    {
        var old = before ?? new CertificateRole();
        var role = old with
        {
            Certificate = fields.Text("certificate", old.Certificate),
            CommonNames = fields.Has("allowed_common_names") ? fields.Texts("allowed_common_names") : old.CommonNames,
            DnsNames = fields.Has("allowed_dns_sans") ? fields.Texts("allowed_dns_sans") : old.DnsNames,
            DisplayName = fields.Text("display_name", old.DisplayName),
            Token = old.Token.Update(fields),
        };
        return fields.Refusal is { } refusal ? (null, refusal)
            : role.Authorities().Count == 0 ? (null, VaultReply.BadRequest("failed to parse certificate"))
            : (role, null);
    }

    public bool Accepts(X509Certificate2 client, DateTimeOffset now) => IsTrusted(client, now)
        && (CommonNames.Count == 0 || CommonNames.Any(pattern => Glob.Matches(pattern, client.GetNameInfo(X509NameType.SimpleName, forIssuer: false))))
        && (DnsNames.Count == 0 || NamesOf(client).Any(name => DnsNames.Any(pattern => Glob.Matches(pattern, name))));

    public JsonObject ToJson()
    {
        var role = new JsonObject
        {
            ["allowed_common_names"] = CommonNames.ToJson(),
            ["allowed_dns_sans"] = DnsNames.ToJson(),
            ["certificate"] = Certificate,
            ["display_name"] = DisplayName,
        };
        Token.WriteTo(role);
        return role;
    }

    private static IEnumerable<string> NamesOf(X509Certificate2 client) =>
        client.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(static extension => extension.EnumerateDnsNames());

    private X509Certificate2Collection Authorities() => CertificateTexts.Parse(Certificate);

    private bool IsTrusted(X509Certificate2 client, DateTimeOffset now)
    {
        var authorities = Authorities();
        if (authorities.Any(one => one.RawDataMemory.Span.SequenceEqual(client.RawDataMemory.Span)))
        {
            return client.NotBefore.ToUniversalTime() <= now.UtcDateTime && client.NotAfter.ToUniversalTime() >= now.UtcDateTime;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        return chain.Build(client);
    }
}
