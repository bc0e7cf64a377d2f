using Injector.Contracts.Secrecy;

namespace Injector.Vault.Login;

/// <summary>A token of ours with what the server said about it. Each login gives a new instance; a renewal keeps it.</summary>
/// <param name="Value">The token.</param>
/// <param name="Accessor">Its accessor, which is not secret; empty for batch tokens.</param>
/// <param name="Duration">Life at <paramref name="IssuedAt"/>; zero: it does not expire.</param>
/// <param name="Renewable">Whether it can be renewed.</param>
/// <param name="IssuedAt">When we asked for it, which is a little before the server's own count began.</param>
public sealed record VaultToken(SecretText Value, string Accessor, TimeSpan Duration, bool Renewable, DateTimeOffset IssuedAt)
{
    /// <summary>How many calls it is good for; 0: any number.</summary>
    public int Uses { get; init; }
}
