using Injector.Contracts.Diagnostics;
using Injector.Vault.Faults;

namespace Injector.Vault.Login;

/// <summary>A snapshot of the login, for status and the start phase.</summary>
/// <param name="Phase">Where we stand.</param>
/// <param name="Since">When this state was entered or last confirmed.</param>
/// <param name="LastFailure">The last failed attempt; null after a success.</param>
/// <param name="LastFault">What the server said then.</param>
/// <param name="Failures">Failed attempts in a row.</param>
/// <param name="NextAttempt">When the next attempt is made; null: none is planned.</param>
public sealed record LoginState(
    LoginPhase Phase, DateTimeOffset Since, Diagnostic? LastFailure, VaultFault? LastFault, int Failures, DateTimeOffset? NextAttempt)
{
    /// <summary>Before the first attempt.</summary>
    public static LoginState Initial { get; } = new(LoginPhase.LoggingIn, default, null, null, 0, null);
}
