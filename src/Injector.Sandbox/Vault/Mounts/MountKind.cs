namespace Injector.Sandbox.Vault.Mounts;

/// <summary>The two tables of mounts.</summary>
internal enum MountKind
{
    Secrets,
    Auth,
}
