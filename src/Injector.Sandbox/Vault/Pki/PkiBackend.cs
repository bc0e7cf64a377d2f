using Injector.Sandbox.Vault.Mounts;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>The PKI engine: real keys, real X.509 certificates.</summary>
internal sealed class PkiBackend : IBackend, IDisposable
{
    private readonly PkiStore _store;

    public PkiBackend(Mount mount, TimeProvider time)
    {
        _store = new PkiStore(mount, time);
        Routes = new RouteTable(
        [
            .. new AuthorityRoutes(_store).Routes(),
            .. new IntermediateRoutes(_store).Routes(),
            .. new PkiRoleRoutes(_store).Routes(),
            .. new IssueRoutes(_store).Routes(),
            .. new CertificateRoutes(_store).Routes(),
            .. new RevocationRoutes(_store).Routes(),
        ]);
    }

    public RouteTable Routes { get; }

    public void Dispose() => _store.Dispose();
}
