using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Leases;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Pki;

/// <summary><c>issue/</c> and <c>sign/</c>.</summary>
internal sealed class IssueRoutes(PkiStore store)
{
    public IEnumerable<Route> Routes() =>
    [
        new Route("issue/{role}").On(VaultOperation.Write, call => WithRole(call, Issue)),
        new Route("sign/{role}").On(VaultOperation.Write, call => WithRole(call, Sign)),
    ];

    private VaultReply WithRole(VaultCall call, Func<VaultCall, PkiRole, Authority, VaultReply> action) =>
        store.Roles.GetValueOrDefault(call["role"]) is not { } role ? VaultReply.BadRequest($"unknown role: {call["role"]}")
        : store.Authority is not { } authority ? VaultReply.BadRequest("error fetching CA certificate: no default issuer currently configured")
        : action(call, role, authority);

    private VaultReply Issue(VaultCall call, PkiRole role, Authority authority)
    {
        var fields = call.Fields();
        var names = Wanted(fields, fields.Text("common_name"));
        if (names.Fault(role) is { } fault)
        {
            return VaultReply.BadRequest(fault);
        }

        var (key, keyFault) = CertificateKey.Create(role.KeyType, role.KeyBits);
        if (key is null)
        {
            return VaultReply.BadRequest(keyFault ?? string.Empty);
        }

        using (key)
        {
            var request = key.Request(Subject.Build(names.CommonName, role.Fields));
            return Finish(call, role, authority, request, names, data =>
            {
                data["private_key"] = key.ExportPem(fields.Text("private_key_format", "der"));
                data["private_key_type"] = key.Type;
            });
        }
    }

    private VaultReply Sign(VaultCall call, PkiRole role, Authority authority)
    {
        var fields = call.Fields();
        var (csr, fault) = SigningRequest.Read(fields.Text("csr"));
        if (csr is null)
        {
            return VaultReply.BadRequest(fault);
        }

        var names = role.Flag("use_csr_sans")
            ? csr.Names
            : Wanted(fields, role.Flag("use_csr_common_name") ? csr.Names.CommonName : fields.Text("common_name"));
        if (names.Fault(role) is { } refused)
        {
            return VaultReply.BadRequest(refused);
        }

        var request = new CertificateRequest(Subject.Build(names.CommonName, role.Fields), csr.PublicKey, HashAlgorithmName.SHA256);
        return Finish(call, role, authority, request, names, static _ => { });
    }

    private static WantedNames Wanted(FieldReader fields, string commonName)
    {
        var alternatives = fields.Texts("alt_names");
        var isCommonNameIncluded = commonName.Length > 0 && !fields.Flag("exclude_cn_from_sans") && !alternatives.Contains(commonName);
        return new WantedNames(commonName)
        {
            Dns = isCommonNameIncluded ? [commonName, .. alternatives] : alternatives,
            Addresses = fields.Texts("ip_sans"),
            Uris = fields.Texts("uri_sans"),
        };
    }

    private VaultReply Finish(VaultCall call, PkiRole role, Authority authority, CertificateRequest request, WantedNames names, Action<JsonObject> addKey)
    {
        var fields = call.Fields();
        var wanted = fields.Duration("ttl");
        if (fields.Refusal is { } refusal)
        {
            return refusal;
        }

        var (end, warnings) = Validity.Of(store, wanted, role.Ttl, role.MaxTtl);
        if (end > authority.Expires)
        {
            return VaultReply.BadRequest(
                $"cannot satisfy request, as TTL would result in notAfter of {GoTime.Print(end)} that is beyond the expiration of the CA certificate at {GoTime.Print(authority.Expires)}");
        }

        LeafExtensions.Add(request, role, names, store.Urls);
        using var certificate = authority.Sign(request, store.Now - role.NotBefore, end, SerialNumber.Make());
        var issued = IssuedCertificate.Of(certificate);
        if (role.IsStored)
        {
            store.Issued[issued.Serial] = issued;
        }

        var data = new JsonObject
        {
            ["ca_chain"] = authority.Chain.ToJson(),
            ["certificate"] = issued.Pem,
            ["expiration"] = end.ToUnixTimeSeconds(),
            ["issuing_ca"] = authority.Pem,
            ["serial_number"] = issued.Serial,
        };
        addKey(data);
        return VaultReply.Ok(Format(data, fields.Text("format", "pem"))) with
        {
            Warnings = warnings,
            Offer = role.GeneratesLease ? Offer(issued, end - store.Now) : null,
        };
    }

    private LeaseOffer Offer(IssuedCertificate issued, TimeSpan ttl) => new()
    {
        Ttl = ttl,
        IsRenewable = false,
        RevokeAsync = _ =>
        {
            store.Issued[issued.Serial] = issued with { Revoked = store.Now };
            return ValueTask.CompletedTask;
        },
    };

    private static JsonObject Format(JsonObject data, string format)
    {
        switch (format)
        {
            case "pem_bundle":
                data["certificate"] = string.Join('\n', ((string?[])[data["private_key"]?.ToString(), data["certificate"]?.ToString(), data["issuing_ca"]?.ToString()]).OfType<string>());
                break;
            case "der":
                foreach (var name in (string[])["certificate", "issuing_ca", "private_key"])
                {
                    data[name] = data[name] is { } pem ? string.Concat(pem.ToString().Split('\n').Where(static line => !line.StartsWith("-----", StringComparison.Ordinal))) : null;
                }

                break;
        }

        return data;
    }
}
