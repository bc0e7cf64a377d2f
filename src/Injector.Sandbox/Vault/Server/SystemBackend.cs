using Injector.Sandbox.Vault.Audit;
using Injector.Sandbox.Vault.Authorization;
using Injector.Sandbox.Vault.Leases;
using Injector.Sandbox.Vault.Mounts;
using Injector.Sandbox.Vault.Namespaces;
using Injector.Sandbox.Vault.Policies;
using Injector.Sandbox.Vault.Routing;
using Injector.Sandbox.Vault.Wrapping;

namespace Injector.Sandbox.Vault.Server;

/// <summary><c>sys/</c>, put together from the parts of the server that have paths there.</summary>
internal sealed class SystemBackend : IBackend
{
    public SystemBackend(VaultServices services, Gatekeeper gatekeeper, NamespaceFactory factory, VaultNamespace vaultNamespace) => Routes = new RouteTable(
    [
        .. new StateRoutes(services).Routes(),
        .. new MountRoutes(services, vaultNamespace, MountKind.Secrets).Routes(),
        .. new MountRoutes(services, vaultNamespace, MountKind.Auth).Routes(),
        .. new PreflightRoutes(services.Tokens, services.Namespaces, gatekeeper, vaultNamespace).Routes(),
        .. new PolicyRoutes(vaultNamespace.Policies).Routes(),
        .. new CapabilityRoutes(services.Tokens, gatekeeper).Routes(),
        .. new LeaseRoutes(services.Leases, services.Time).Routes(),
        .. new WrappingRoutes(services, gatekeeper).Routes(),
        .. new AuditRoutes(services.Audit).Routes(),
        .. new NamespaceRoutes(services.Namespaces, factory).Routes(),
    ]);

    public RouteTable Routes { get; }
}
