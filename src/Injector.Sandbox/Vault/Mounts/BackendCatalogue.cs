using Injector.Sandbox.Vault.AppRole;
using Injector.Sandbox.Vault.Certificates;
using Injector.Sandbox.Vault.Database;
using Injector.Sandbox.Vault.Jwt;
using Injector.Sandbox.Vault.KeyValue;
using Injector.Sandbox.Vault.Kubernetes;
using Injector.Sandbox.Vault.Pki;
using Injector.Sandbox.Vault.Routing;
using Injector.Sandbox.Vault.Transit;

namespace Injector.Sandbox.Vault.Mounts;

/// <summary>The backends an administrator can mount.</summary>
internal static class BackendCatalogue
{
    /// <summary>Finds a secrets engine by type.</summary>
    /// <returns>Makes the backend; null when the type is unknown.</returns>
    public static Func<Mount, IBackend>? SecretsEngine(string type, VaultServices services) => type switch
    {
        "kv" or "generic" => mount => mount.Options.GetValueOrDefault("version") == "2" ? new VersionedSecrets(services.Time) : new PlainSecrets(mount),
        "database" => _ => new DatabaseBackend(services.Time),
        "pki" => mount => new PkiBackend(mount, services.Time),
        "transit" => _ => new TransitBackend(services.Time),
        _ => null,
    };

    /// <summary>Finds an auth method by type.</summary>
    /// <returns>Makes the backend; null when the type is unknown.</returns>
    public static Func<Mount, IBackend>? AuthMethod(string type, VaultServices services) => type switch
    {
        "approle" => _ => new AppRoleBackend(services.Time),
        "cert" => _ => new CertificateBackend(services.Time),
        "jwt" => _ => new JwtBackend(services.Time, services.Http),
        "kubernetes" => _ => new KubernetesBackend(services.Time, services.Http),
        _ => null,
    };
}
