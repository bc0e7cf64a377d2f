using Injector.Contracts.Secrecy;

namespace Injector.Vault.Login;

/// <summary>
/// Takes up the token an earlier process left, before it logs in: a restart must cost neither a login nor new leases. As long as the server cannot be asked
/// the token is kept; a refusal leads to the login at once.
/// </summary>
/// <param name="token">The token that was left.</param>
/// <param name="client">The server.</param>
/// <param name="time">The clock that stamps the token.</param>
/// <param name="method">The login.</param>
public sealed class ResumedLogin(SecretText token, IVaultClient client, TimeProvider time, ILoginMethod method) : ILoginMethod
{
    private SecretText? _left = token;

    /// <inheritdoc/>
    public async Task<LoginResult> LogInAsync(CancellationToken cancellationToken)
    {
        if (_left is { } left)
        {
            var result = await TokenLookup.CheckAsync(client, time, left, cancellationToken);
            if (result.Fault is { IsTransient: true })
            {
                return result;
            }

            _left = null;
            if (result.Token is not null)
            {
                return result;
            }
        }

        return await method.LogInAsync(cancellationToken);
    }
}
