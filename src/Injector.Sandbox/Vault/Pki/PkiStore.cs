using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Mounts;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>What one PKI engine knows: its authority, its roles, what it has signed.</summary>
internal sealed class PkiStore(Mount mount, TimeProvider time) : IDisposable
{
    private readonly ConcurrentBag<IDisposable> _owned = [];
    private volatile Authority? _authority;

    public DateTimeOffset Now => time.GetUtcNow();

    public Mount Mount => mount;

    public Authority? Authority => _authority;

    public ConcurrentDictionary<string, PkiRole> Roles { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, IssuedCertificate> Issued { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys whose certificate another authority still has to sign.</summary>
    public ConcurrentBag<CertificateKey> PendingKeys { get; } = [];

    public JsonObject Urls { get; set; } = new()
    {
        ["issuing_certificates"] = new JsonArray(),
        ["crl_distribution_points"] = new JsonArray(),
        ["ocsp_servers"] = new JsonArray(),
    };

    public void Use(Authority authority)
    {
        _owned.Add(authority);
        _authority = authority;
        var certificate = IssuedCertificate.Of(authority.Certificate);
        Issued[certificate.Serial] = certificate;
    }

    public void RemoveAuthority() => _authority = null;

    public void Dispose()
    {
        foreach (var owned in _owned.Concat(PendingKeys))
        {
            owned.Dispose();
        }
    }
}
