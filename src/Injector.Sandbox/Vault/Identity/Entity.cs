namespace Injector.Sandbox.Vault.Identity;

/// <summary>Somebody, as known by the names auth methods have for them.</summary>
internal sealed record Entity(string Id, string Name)
{
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Policies { get; init; } = [];

    public IReadOnlyList<EntityAlias> Aliases { get; init; } = [];

    public bool IsDisabled { get; init; }
}
