namespace Injector.Sandbox.Vault.Identity;

/// <summary>The name an auth method has for an entity.</summary>
internal sealed record EntityAlias(string Id, string Name, string MountAccessor)
{
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
