using System.Text.Json;
using Injector.Contracts.Secrecy;

namespace Injector.Vault.Login;

/// <summary>Asks the server what a token is worth that did not come from a login of this process.</summary>
public static class TokenLookup
{
    /// <summary>Looks the token up.</summary>
    /// <param name="client">The server.</param>
    /// <param name="time">The clock that stamps the token.</param>
    /// <param name="value">The token.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The token with its remaining life, or why it cannot be used.</returns>
    public static async Task<LoginResult> CheckAsync(IVaultClient client, TimeProvider time, SecretText value, CancellationToken cancellationToken)
    {
        var sentAt = time.GetUtcNow();
        var answer = await client.SendAsync(VaultRequest.Read("auth/token/lookup-self", value), cancellationToken);
        return answer.Fault is { } fault
            ? LoginResult.Failed(fault.ToDiagnostic(), fault)
            : LoginResult.Of(new VaultToken(
                value,
                answer.Data.Text("accessor"u8) ?? "",
                LifeOf(answer.Data),
                answer.Data.Flag("renewable"u8),
                sentAt));
    }

    // Whole seconds: the last one of a life is told as 0, which otherwise means that the token does not expire.
    private static TimeSpan LifeOf(JsonElement token) => token.Seconds("ttl"u8) is var left && left > TimeSpan.Zero || token.Text("expire_time"u8) is null ? left : TimeSpan.FromSeconds(1);
}
