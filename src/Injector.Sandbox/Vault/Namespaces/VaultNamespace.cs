using Injector.Sandbox.Vault.Mounts;
using Injector.Sandbox.Vault.Policies;

namespace Injector.Sandbox.Vault.Namespaces;

/// <summary>A part of the server with its own mounts and policies.</summary>
/// <param name="path">Empty for the root, else with a slash at its end.</param>
internal sealed class VaultNamespace(string path)
{
    public string Path { get; } = path;

    public string Id { get; } = path.Length == 0 ? "root" : Guid.NewGuid().ToString("N")[..5];

    public MountTable Mounts { get; } = new();

    public PolicyStore Policies { get; } = new();
}
