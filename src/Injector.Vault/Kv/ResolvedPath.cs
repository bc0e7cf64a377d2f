using Injector.Vault.Faults;

namespace Injector.Vault.Kv;

/// <summary>Where a template's path really lives.</summary>
/// <param name="Path">The path to ask the server for.</param>
/// <param name="Version">What kind of mount it is.</param>
/// <param name="Mount">The mount with its trailing slash; empty when the look-up failed.</param>
public sealed record ResolvedPath(string Path, MountVersion Version, string Mount)
{
    /// <summary>Why the look-up failed and the path was taken as it is; null: it did not.</summary>
    public VaultFault? Fault { get; init; }
}
