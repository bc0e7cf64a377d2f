namespace Injector.Vault.Login;

/// <summary>Where the users of a token learn about the current one. A new token means: everything leased with the old one is gone.</summary>
public interface ITokenSource
{
    /// <summary>The token to use now; null before the first login.</summary>
    VaultToken? Current { get; }

    /// <summary>Waits until a token other than <paramref name="known"/> is current.</summary>
    /// <param name="known">The token the caller has; null: any.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The newer token.</returns>
    Task<VaultToken> WaitForOtherAsync(VaultToken? known, CancellationToken cancellationToken);

    /// <summary>Says that the server called <paramref name="token"/> invalid; causes a login soon, at a bounded rate. Ignored for a token that is no longer current.</summary>
    /// <param name="token">The token that was sent.</param>
    void ReportInvalid(VaultToken token);
}
