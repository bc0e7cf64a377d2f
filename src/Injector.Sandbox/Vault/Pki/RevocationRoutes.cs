using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>Revoking certificates and the list of those revoked.</summary>
internal sealed class RevocationRoutes(PkiStore store)
{
    private static readonly TimeSpan ListLifetime = TimeSpan.FromHours(72);
    private long _number;

    public IEnumerable<Route> Routes() =>
    [
        new Route("revoke").On(VaultOperation.Write, Revoke),
        new Route("crl") { Access = RouteAccess.Anonymous }.On(VaultOperation.Read, _ => Answer(static list => list, "application/pkix-crl")),
        new Route("crl/pem") { Access = RouteAccess.Anonymous }.On(VaultOperation.Read, _ => Answer(
            static list => Encoding.ASCII.GetBytes(PemEncoding.WriteString("X509 CRL", list)), "application/x-pem-file")),
    ];

    private VaultReply Revoke(VaultCall call)
    {
        var serial = SerialNumber.Normalise(call.Fields().Text("serial_number"));
        if (serial.Length == 0)
        {
            return VaultReply.BadRequest("The serial number or certificate to revoke must be provided.");
        }

        if (store.Issued.GetValueOrDefault(serial) is not { } issued)
        {
            return VaultReply.BadRequest($"certificate with serial {serial} not found");
        }

        var revoked = issued.Revoked ?? store.Now;
        store.Issued[serial] = issued with { Revoked = revoked };
        return VaultReply.Ok(new JsonObject
        {
            ["revocation_time"] = revoked.ToUnixTimeSeconds(),
            ["revocation_time_rfc3339"] = GoTime.Print(revoked),
            ["state"] = "revoked",
        });
    }

    private VaultReply Answer(Func<byte[], byte[]> format, string type)
    {
        if (store.Authority is not { } authority)
        {
            return VaultReply.NoContent;
        }

        var builder = new CertificateRevocationListBuilder();
        foreach (var issued in store.Issued.Values.Where(static issued => issued.Revoked is not null))
        {
            builder.AddEntry(issued.SerialBytes.Span, issued.Revoked);
        }

        var identifier = X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority.Certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false);
        var list = builder.Build(
            authority.Certificate.SubjectName,
            authority.Key.Signer(),
            Interlocked.Increment(ref _number),
            store.Now + ListLifetime,
            HashAlgorithmName.SHA256,
            identifier,
            store.Now);
        return VaultReply.Bytes(format(list), type);
    }
}
