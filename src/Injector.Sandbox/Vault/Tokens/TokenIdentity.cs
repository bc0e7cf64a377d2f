namespace Injector.Sandbox.Vault.Tokens;

/// <summary>The entity behind a token, and the policies it brings.</summary>
internal sealed record TokenIdentity(string EntityId, IReadOnlyList<string> Policies)
{
    public static TokenIdentity Nobody { get; } = new(string.Empty, []);
}
