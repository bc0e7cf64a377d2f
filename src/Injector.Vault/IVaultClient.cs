namespace Injector.Vault;

/// <summary>The one door to a Vault server. Failures the server or the network can produce are answers, not exceptions; only cancellation throws.</summary>
public interface IVaultClient
{
    /// <summary>Sends <paramref name="request"/> once; the caller owns retrying.</summary>
    /// <param name="request">What to ask, and with which token.</param>
    /// <param name="cancellationToken">Ends the call with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The answer; look at <see cref="VaultAnswer.Fault"/> first.</returns>
    Task<VaultAnswer> SendAsync(VaultRequest request, CancellationToken cancellationToken);
}
