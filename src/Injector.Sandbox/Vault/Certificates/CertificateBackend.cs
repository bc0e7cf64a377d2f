using System.Security.Cryptography.X509Certificates;
using Injector.Sandbox.Vault.Pki;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Certificates;

/// <summary>The cert auth method: whoever presents a certificate of a known authority on the connection.</summary>
internal sealed class CertificateBackend : IBackend
{
    private readonly NamedRoles<CertificateRole> _roles = new();
    private readonly TimeProvider _time;

    public CertificateBackend(TimeProvider time)
    {
        _time = time;
        Routes = new RouteTable(
        [
            .. _roles.Routes("certs", static (call, before) => CertificateRole.Update(call.Fields(), before), static role => role.ToJson()),
            new Route("login") { Access = RouteAccess.Anonymous }.On(VaultOperation.Write, Login),
        ]);
    }

    public RouteTable Routes { get; }

    private VaultReply Login(VaultCall call)
    {
        if (call.Request.ClientCertificate is not { } client)
        {
            return VaultReply.BadRequest("client certificate must be supplied");
        }

        var wanted = call.Fields().Text("name");
        var (name, role) = _roles.All.Where(item => wanted.Length == 0 || item.Key == wanted)
            .OrderBy(static item => item.Key, StringComparer.Ordinal)
            .FirstOrDefault(item => item.Value.Accepts(client, _time.GetUtcNow()));
        return role is null ? VaultReply.BadRequest("invalid certificate or no client certificate supplied") : new VaultReply { Grant = Grant(name, role, client) };
    }

    private static TokenGrant Grant(string name, CertificateRole role, X509Certificate2 client)
    {
        var commonName = client.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        var metadata = new Dictionary<string, string>
        {
            ["cert_name"] = name,
            ["common_name"] = commonName,
            ["serial_number"] = SerialNumber.Print(client),
        };
        return new TokenGrant
        {
            Parameters = role.Token,
            DisplayName = $"cert-{(role.DisplayName.Length > 0 ? role.DisplayName : name)}",
            Metadata = metadata,
            Alias = new LoginAlias(commonName) { Metadata = metadata },
        };
    }
}
