using Injector.Sandbox.Vault.Authorization;
using Injector.Sandbox.Vault.Cubbyhole;
using Injector.Sandbox.Vault.Identity;
using Injector.Sandbox.Vault.Mounts;
using Injector.Sandbox.Vault.Routing;
using Injector.Sandbox.Vault.Server;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Namespaces;

/// <summary>Gives a namespace what every namespace has.</summary>
internal sealed class NamespaceFactory(VaultServices services, Gatekeeper gatekeeper)
{
    public VaultNamespace Furnish(VaultNamespace vaultNamespace)
    {
        Add(vaultNamespace, "sys/", "system", mount => new SystemBackend(services, gatekeeper, this, vaultNamespace));
        Add(vaultNamespace, "auth/token/", "token", _ => new TokenBackend(services, gatekeeper));
        Add(vaultNamespace, "cubbyhole/", "cubbyhole", _ => new CubbyholeBackend());
        Add(vaultNamespace, "identity/", "identity", _ => new IdentityBackend(services.Identity));
        return vaultNamespace;
    }

    private static void Add(VaultNamespace vaultNamespace, string path, string type, Func<Mount, IBackend> backend) =>
        vaultNamespace.Mounts.TryAdd(new Mount(path, type, new MountConfig(), new Dictionary<string, string>(), backend));
}
