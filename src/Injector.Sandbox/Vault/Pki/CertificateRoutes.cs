using System.Text;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>Reading certificates: the authority's, as bytes or JSON, and those it has signed.</summary>
internal sealed class CertificateRoutes(PkiStore store)
{
    private const string Der = "application/pkix-cert";
    private const string PemFile = "application/pem-certificate-chain";

    public IEnumerable<Route> Routes() =>
    [
        Open("ca").On(VaultOperation.Read, _ => Bytes(static authority => authority.Certificate.RawData, Der)),
        Open("ca/pem").On(VaultOperation.Read, _ => Bytes(static authority => Encoding.ASCII.GetBytes(authority.Pem), PemFile)),
        Open("ca_chain").On(VaultOperation.Read, _ => Bytes(static authority => Encoding.ASCII.GetBytes(string.Join('\n', authority.Chain)), PemFile)),
        Open("cert/ca").On(VaultOperation.Read, _ => Text(static authority => authority.Pem)),
        Open("cert/ca_chain").On(VaultOperation.Read, _ => Text(static authority => string.Join('\n', authority.Chain))),
        Open("cert/{serial}").On(VaultOperation.Read, Read),
        new Route("certs").On(VaultOperation.List, _ => VaultReply.Keys(store.Issued.Keys)),
        new Route("config/urls").On(VaultOperation.Read, _ => VaultReply.Ok(store.Urls)).On(VaultOperation.Write, WriteUrls),
    ];

    private static Route Open(string pattern) => new(pattern) { Access = RouteAccess.Anonymous };

    private VaultReply Bytes(Func<Authority, byte[]> content, string type) =>
        store.Authority is { } authority ? VaultReply.Bytes(content(authority), type) : VaultReply.NoContent;

    private VaultReply Text(Func<Authority, string> certificate) => store.Authority is { } authority
        ? VaultReply.Ok(new JsonObject { ["certificate"] = certificate(authority), ["revocation_time"] = 0 })
        : VaultReply.Missing;

    private VaultReply Read(VaultCall call) => store.Issued.GetValueOrDefault(SerialNumber.Normalise(call["serial"])) is { } issued
        ? VaultReply.Ok(new JsonObject { ["certificate"] = issued.Pem, ["revocation_time"] = issued.Revoked?.ToUnixTimeSeconds() ?? 0 })
        : VaultReply.Missing;

    private VaultReply WriteUrls(VaultCall call)
    {
        var fields = call.Fields();
        var urls = store.Urls.DeepClone().AsObject();
        foreach (var name in urls.Select(static item => item.Key).Where(fields.Has).ToArray())
        {
            urls[name] = fields.Texts(name).ToJson();
        }

        store.Urls = urls;
        return VaultReply.NoContent;
    }
}
