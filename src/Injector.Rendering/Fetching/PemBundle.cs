using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Injector.Contracts.Secrecy;
using Injector.Templates.Values;
using Injector.Vault;

namespace Injector.Rendering.Fetching;

/// <summary>A certificate with its key and the certificates above it.</summary>
internal sealed class PemBundle
{
    private const string CertificateLabel = "CERTIFICATE";
    private const string KeyLabel = "PRIVATE KEY";

    private readonly SecretText _key;
    private readonly string _authority;
    private readonly IReadOnlyList<string> _chain;

    private PemBundle(string certificate, SecretText key, string authority, IReadOnlyList<string> chain, X509Certificate2 parsed)
    {
        Certificate = certificate;
        _key = key;
        _authority = authority;
        _chain = chain;
        NotBefore = new DateTimeOffset(parsed.NotBefore);
        NotAfter = new DateTimeOffset(parsed.NotAfter);
    }

    public string Certificate { get; }

    public DateTimeOffset NotBefore { get; }

    public DateTimeOffset NotAfter { get; }

    /// <summary>What an issuing endpoint answered; null when it holds no certificate.</summary>
    public static PemBundle? FromAnswer(VaultAnswer answer)
    {
        var certificate = answer.Data.Text("certificate"u8);
        if (certificate is null || Parse(certificate) is not { } parsed)
        {
            return null;
        }

        using (parsed)
        {
            return new PemBundle(
                certificate,
                new SecretText(answer.Data.Text("private_key"u8) ?? ""),
                answer.Data.Text("issuing_ca"u8) ?? "",
                answer.Data.Texts("ca_chain"u8),
                parsed);
        }
    }

    /// <summary>What an earlier run left in a file; null unless it holds a certificate and its key.</summary>
    public static PemBundle? FromFile(string text)
    {
        var key = "";
        var certificates = new List<(string Block, X509Certificate2 Parsed)>();
        foreach (var (label, block) in Blocks(text))
        {
            if (label.EndsWith(KeyLabel, StringComparison.Ordinal))
            {
                key = block;
            }
            else if (label == CertificateLabel && Parse(block) is { } parsed)
            {
                certificates.Add((block, parsed));
            }
        }

        var leaf = certificates.FindIndex(certificate => !IsAuthority(certificate.Parsed));
        var bundle = leaf < 0 || key.Length == 0 ? null : FromParts(certificates, leaf, new SecretText(key));
        foreach (var (_, parsed) in certificates)
        {
            parsed.Dispose();
        }

        return bundle;
    }

    public CertificateValue ToValue()
    {
        var chain = new Value[_chain.Count];
        for (var i = 0; i < chain.Length; i++)
        {
            chain[i] = StringValue.From(Ended(_chain[i]));
        }

        return new CertificateValue(
            StringValue.From(Ended(_authority)),
            StringValue.From(Ended(_key.Reveal())),
            StringValue.From(Ended(Certificate)),
            ListValue.OfStrings(chain));
    }

    private static PemBundle FromParts(List<(string Block, X509Certificate2 Parsed)> certificates, int leaf, SecretText key)
    {
        var (certificate, parsed) = certificates[leaf];
        var chain = new List<string>();
        foreach (var (block, _) in certificates)
        {
            if (!ReferenceEquals(block, certificate))
            {
                chain.Add(block);
            }
        }

        return new PemBundle(certificate, key, chain.Count == 0 ? "" : chain[0], chain, parsed);
    }

    private static string Ended(string pem) => pem.Length == 0 || pem.EndsWith('\n') ? pem : pem + "\n";

    private static List<(string Label, string Block)> Blocks(string text)
    {
        var blocks = new List<(string, string)>();
        var rest = text.AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            blocks.Add((rest[fields.Label].ToString(), rest[fields.Location].ToString()));
            rest = rest[fields.Location.End..];
        }

        return blocks;
    }

    private static bool IsAuthority(X509Certificate2 certificate)
    {
        foreach (var extension in certificate.Extensions)
        {
            if (extension is X509BasicConstraintsExtension { CertificateAuthority: true })
            {
                return true;
            }
        }

        return false;
    }

    private static X509Certificate2? Parse(string pem)
    {
        try
        {
            return X509Certificate2.CreateFromPem(pem);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
