using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>Making and removing the engine's own authority.</summary>
internal sealed class AuthorityRoutes(PkiStore store)
{
    public IEnumerable<Route> Routes() =>
    [
        new Route("root/generate/{kind}").On(VaultOperation.Write, Generate),
        new Route("root") { Access = RouteAccess.Sudo }.On(VaultOperation.Delete, Remove),
        new Route("issuers").On(VaultOperation.List, _ => VaultReply.Keys(store.Authority is { } authority ? [authority.Id] : [])),
    ];

    private VaultReply Generate(VaultCall call)
    {
        var fields = call.Fields();
        var (commonName, wanted) = (fields.Text("common_name"), fields.Duration("ttl"));
        var (type, bits) = (fields.Text("key_type", "rsa"), fields.Number("key_bits"));
        if (fields.Refusal is { } refusal)
        {
            return refusal;
        }

        if (call["kind"] is not ("internal" or "exported"))
        {
            return VaultReply.BadRequest($"the \"exported\" path parameter must be \"internal\" or \"exported\", not \"{call["kind"]}\"");
        }

        if (commonName.Length == 0)
        {
            return VaultReply.BadRequest("the common_name field is required, or must be provided in a CSR with \"use_csr_common_name\" set to true, unless \"require_cn\" is set to false");
        }

        var (key, fault) = CertificateKey.Create(type, bits);
        if (key is null)
        {
            return VaultReply.BadRequest(fault ?? string.Empty);
        }

        var (end, warnings) = Validity.Of(store, wanted, TimeSpan.Zero, TimeSpan.Zero);
        var request = key.Request(Subject.Build(commonName, fields));
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var certificate = request.Create(request.SubjectName, key.Signer(), store.Now.AddSeconds(-30), end, SerialNumber.Make());
        var authority = new Authority(certificate, key, []) { Name = fields.Text("issuer_name") };
        store.Use(authority);
        return VaultReply.Ok(Describe(authority, call["kind"] == "exported" ? fields.Text("private_key_format", "der") : null)) with { Warnings = warnings };
    }

    private VaultReply Remove(VaultCall call)
    {
        store.RemoveAuthority();
        return VaultReply.NoContent;
    }

    private static JsonObject Describe(Authority authority, string? privateKeyFormat)
    {
        var description = new JsonObject
        {
            ["certificate"] = authority.Pem,
            ["expiration"] = authority.Expires.ToUnixTimeSeconds(),
            ["issuer_id"] = authority.Id,
            ["issuer_name"] = authority.Name,
            ["issuing_ca"] = authority.Pem,
            ["key_id"] = authority.KeyId,
            ["key_name"] = string.Empty,
            ["serial_number"] = SerialNumber.Print(authority.Certificate),
        };
        if (privateKeyFormat is not null)
        {
            description["private_key"] = authority.Key.ExportPem(privateKeyFormat);
            description["private_key_type"] = authority.Key.Type;
        }

        return description;
    }
}
