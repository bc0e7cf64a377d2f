using Injector.Contracts.Agent;
using Injector.Contracts.Diagnostics;
using Injector.Vault.Login;

namespace Injector.Agent.Hosting;

/// <summary>
/// Ends the process when the start phase gets no token: at once after a refusal was confirmed, else when the patience is used up. The kubelet paces
/// the further attempts and shows the diagnostic. Without patience (the reference's configuration) it never does.
/// </summary>
internal sealed class StartGate(TimeSpan? patience, TimeProvider time) : IDisposable
{
    private const int Confirmed = 2;

    private readonly TaskCompletionSource<AgentOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _startedAt = time.GetTimestamp();
    private int _refusals;
    private LoginState? _last;
    private ITimer? _timer;

    /// <summary>Who is waited for, in words.</summary>
    public string Server { get; init; } = "the server";

    /// <summary>Completes when the process shall end.</summary>
    public Task<AgentOutcome> Outcome => _outcome.Task;

    /// <summary>Watches the clock as well: an attempt may hang instead of failing.</summary>
    /// <param name="isLoggedIn">Whether a login has succeeded so far; a wrapped one leaves no token to look at.</param>
    public void Watch(Func<bool> isLoggedIn)
    {
        if (patience is { } limit)
        {
            _timer = time.CreateTimer(_ => EndUnless(isLoggedIn(), limit), null, limit, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose() => _timer?.Dispose();

    /// <summary>Judges a failed attempt.</summary>
    public void Observe(LoginState state)
    {
        if (patience is not { } limit || state.Phase != LoginPhase.LoggingIn || state.LastFailure is not { } failure)
        {
            return;
        }

        _last = state;
        _refusals = state.LastFault is { IsTransient: false } ? _refusals + 1 : 0;
        if (_refusals >= Confirmed)
        {
            _outcome.TrySetResult(AgentOutcome.Failed(ExitCodes.LoginRefused, failure));
        }
        else if (time.GetElapsedTime(_startedAt) + Soon(state) >= limit)
        {
            _outcome.TrySetResult(AgentOutcome.Failed(ExitCodes.VaultUnreachable, OutOfPatience(limit, failure)));
        }
    }

    private void EndUnless(bool isLoggedIn, TimeSpan limit)
    {
        if (!isLoggedIn)
        {
            var failure = _last?.LastFailure ?? Catalogue.Vault.TimedOut.For("login", "login", $"the login has not been answered by {Server}");
            _outcome.TrySetResult(AgentOutcome.Failed(ExitCodes.VaultUnreachable, OutOfPatience(limit, failure)));
        }
    }

    // The next attempt would come after the limit: waiting for it in silence helps nobody.
    private TimeSpan Soon(LoginState state) => state.NextAttempt is { } next ? next - time.GetUtcNow() : TimeSpan.Zero;

    private static Diagnostic OutOfPatience(TimeSpan limit, Diagnostic failure) => Catalogue.Agent.OutOfPatience.For(
        failure.Subject,
        limit.TotalSeconds.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) + " s",
        failure.ToString().TrimEnd('.'));
}
