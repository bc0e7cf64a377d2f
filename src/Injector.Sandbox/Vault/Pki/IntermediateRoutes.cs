using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>An authority below another: its request, the signature of the upper one, taking it up.</summary>
internal sealed class IntermediateRoutes(PkiStore store)
{
    public IEnumerable<Route> Routes() =>
    [
        new Route("intermediate/generate/{kind}").On(VaultOperation.Write, Generate),
        new Route("root/sign-intermediate").On(VaultOperation.Write, Sign),
        new Route("intermediate/set-signed").On(VaultOperation.Write, SetSigned),
        new Route("config/ca").On(VaultOperation.Write, Import),
    ];

    private VaultReply Generate(VaultCall call)
    {
        var fields = call.Fields();
        var (key, fault) = CertificateKey.Create(fields.Text("key_type", "rsa"), fields.Number("key_bits"));
        if (key is null || fields.Refusal is not null)
        {
            return fields.Refusal ?? VaultReply.BadRequest(fault ?? string.Empty);
        }

        store.PendingKeys.Add(key);
        var data = new JsonObject { ["csr"] = key.Request(Subject.Build(fields.Text("common_name"), fields)).CreateSigningRequestPem(), ["key_id"] = Guid.NewGuid().ToString() };
        if (call["kind"] == "exported")
        {
            data["private_key"] = key.ExportPem(fields.Text("private_key_format", "der"));
            data["private_key_type"] = key.Type;
        }

        return VaultReply.Ok(data);
    }

    private VaultReply Sign(VaultCall call)
    {
        var fields = call.Fields();
        var wanted = fields.Duration("ttl");
        var (csr, fault) = SigningRequest.Read(fields.Text("csr"));
        if (csr is null)
        {
            return VaultReply.BadRequest(fault);
        }

        if (store.Authority is not { } authority)
        {
            return VaultReply.BadRequest("error fetching CA certificate: no default issuer currently configured");
        }

        var (end, warnings) = Validity.Of(store, wanted, TimeSpan.Zero, TimeSpan.Zero);
        var subject = fields.Flag("use_csr_values") ? csr.SubjectName : Subject.Build(fields.Text("common_name"), fields);
        var request = new CertificateRequest(subject, csr.PublicKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(csr.PublicKey, critical: false));
        using var certificate = authority.Sign(request, store.Now.AddSeconds(-30), end < authority.Expires ? end : authority.Expires, SerialNumber.Make());
        var issued = IssuedCertificate.Of(certificate);
        store.Issued[issued.Serial] = issued;
        var data = new JsonObject
        {
            ["ca_chain"] = authority.Chain.ToJson(),
            ["certificate"] = issued.Pem,
            ["expiration"] = ((DateTimeOffset)certificate.NotAfter.ToUniversalTime()).ToUnixTimeSeconds(),
            ["issuing_ca"] = authority.Pem,
            ["serial_number"] = issued.Serial,
        };
        return VaultReply.Ok(data) with { Warnings = warnings };
    }

    private VaultReply SetSigned(VaultCall call) => TakeUp(call.Fields().Text("certificate"));

    private VaultReply Import(VaultCall call)
    {
        var bundle = call.Fields().Text("pem_bundle");
        foreach (var key in CertificateKey.Parse(bundle))
        {
            store.PendingKeys.Add(key);
        }

        return TakeUp(bundle);
    }

    private VaultReply TakeUp(string pem)
    {
        var certificates = CertificateTexts.Parse(pem);
        foreach (var certificate in certificates)
        {
            if (store.PendingKeys.FirstOrDefault(key => key.Matches(certificate)) is { } key)
            {
                var authority = new Authority(certificate, key, [.. certificates.Where(other => other != certificate).Select(static other => other.ExportCertificatePem())]);
                store.Use(authority);
                return VaultReply.Ok(new JsonObject
                {
                    ["imported_issuers"] = new JsonArray(JsonValue.Create(authority.Id)),
                    ["imported_keys"] = new JsonArray(JsonValue.Create(authority.KeyId)),
                });
            }
        }

        return VaultReply.BadRequest("none of the certificates belongs to a private key that is here");
    }
}
