namespace Injector.Sandbox.Vault.Tokens;

/// <summary>The name under which an auth method knows the caller.</summary>
internal sealed record LoginAlias(string Name)
{
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
