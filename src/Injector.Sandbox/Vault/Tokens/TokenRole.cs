namespace Injector.Sandbox.Vault.Tokens;

/// <summary>What tokens made through a role are like.</summary>
internal sealed record TokenRole(string Name)
{
    public IReadOnlyList<string> AllowedPolicies { get; init; } = [];

    public IReadOnlyList<string> DisallowedPolicies { get; init; } = [];

    public bool IsOrphan { get; init; }

    public bool IsRenewable { get; init; } = true;

    public TokenParameters Parameters { get; init; } = new();
}
