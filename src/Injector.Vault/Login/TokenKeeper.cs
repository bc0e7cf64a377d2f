using Injector.Contracts.Diagnostics;
using Injector.Contracts.Logging;
using Injector.Vault.Faults;

namespace Injector.Vault.Login;

/// <summary>
/// Owns the agent's token for its whole life: logs in, renews, logs in again when renewal ends or somebody reports the token invalid.
/// Every failure goes through one backoff; the old token stays current until a new one exists.
/// </summary>
public sealed class TokenKeeper(IVaultClient client, ILoginMethod method, KeeperSettings settings, IEventLog log, TimeProvider time, Func<double> chance)
    : ITokenSource
{
    internal const string Source = "auth.handler";

    private readonly Lock _lock = new();
    private readonly FaultCadence _cadence = new(time);
    private readonly StandingCauses _causes = settings.Causes ?? new StandingCauses(time);
    private readonly Backoff _invalidTokens = new(settings.MinBackoff, settings.MaxBackoff, chance);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly KeeperSleep _sleep = new(settings.Credentials, time);
    private VaultToken? _current;

    /// <inheritdoc/>
    public VaultToken? Current => Volatile.Read(ref _current);

    /// <summary>What the keeper does, for status and the start phase.</summary>
    public LoginState State { get; private set; } = LoginState.Initial;

    /// <summary>The end of the current token's life as last heard from the server; null: no token, or it does not expire.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <inheritdoc/>
    public async Task<VaultToken> WaitForOtherAsync(VaultToken? known, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_current is { } current && !ReferenceEquals(current, known))
                {
                    return current;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void ReportInvalid(VaultToken token)
    {
        lock (_lock)
        {
            if (ReferenceEquals(token, _current))
            {
                _sleep.ReportInvalid();
            }
        }
    }

    /// <summary>Keeps a token until cancelled.</summary>
    /// <param name="handedOver">A token from an earlier process, already checked with the server; null: log in.</param>
    /// <param name="cancellationToken">Ends the keeper.</param>
    /// <returns>The diagnostic that ended it, which happens only with <see cref="KeeperSettings.ExitOnError"/>.</returns>
    public async Task<Diagnostic> RunAsync(VaultToken? handedOver, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(settings.MinBackoff, settings.MaxBackoff, chance);
        var token = handedOver;
        while (true)
        {
            if (token is null)
            {
                var result = await method.LogInAsync(cancellationToken);
                if (result.Failure is { } failure)
                {
                    var pause = Longer(backoff.Next(), result.Fault?.RetryAfter);
                    Report(failure, result.Fault, pause);
                    if (settings.ExitOnError)
                    {
                        return failure;
                    }

                    await Task.Delay(pause, time, cancellationToken);
                    continue;
                }

                backoff.Reset();
                _cadence.Reset();
                _causes.End(State.LastFault?.SharedCause);
                token = result.Token;
                log.Write(EventLevel.Info, Source, "authentication successful, sending token to sinks");
                WarnAboutUses(token);
                if (result.Wrapped is { } wrapped)
                {
                    // The token belongs to whoever unwraps it; the login is done all the same.
                    State = LoggedIn();
                    await settings.WrappedTokens(wrapped, cancellationToken);
                    await (settings.Credentials?.WaitForNewAsync(cancellationToken) ?? Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken));
                }
            }

            if (token is not null)
            {
                Publish(token);
                await KeepAliveAsync(token, cancellationToken);
                token = null;
            }
        }
    }

    private void WarnAboutUses(VaultToken? token)
    {
        if (token is { Uses: > 0 })
        {
            var warning = Catalogue.Vault.FewUses.For("token_num_uses", token.Uses.ToString(System.Globalization.CultureInfo.InvariantCulture));
            log.Write(EventLevel.Warn, Source, "the token is good for few calls", warning.Fields());
        }
    }

    private async Task KeepAliveAsync(VaultToken token, CancellationToken cancellationToken)
    {
        var held = new Age(time);
        if (token.Duration <= TimeSpan.Zero)
        {
            var reason = await _sleep.UntilAsync(Timeout.InfiniteTimeSpan, cancellationToken);
            await PrepareLoginAsync(reason, held, cancellationToken);
            return;
        }

        var schedule = new RenewalSchedule(chance);
        var lease = token.Duration - Longer(TimeSpan.Zero, time.GetUtcNow() - token.IssuedAt);
        while (true)
        {
            var step = schedule.Plan(lease, token.Renewable);
            var age = new Age(time);
            var reason = await _sleep.UntilAsync(step.Pause, cancellationToken);
            if (reason != WakeUp.TimeIsUp)
            {
                await PrepareLoginAsync(reason, held, cancellationToken);
                return;
            }

            if (step.Action == RenewalAction.Replace || await new TokenRenewal(client, _sleep, log, _causes, time, chance).RenewAsync(token, age, step.UntilGrace, cancellationToken) is not { } renewed)
            {
                log.Write(EventLevel.Info, Source, "token reached the end of its life, logging in again");

                // Until there is a new one the server refuses it, which is no news.
                _causes.Expect(Catalogue.Vault.InvalidToken.Code);
                return;
            }

            lease = renewed;
            ExpiresAt = time.GetUtcNow() + lease;
        }
    }

    // A server whose nodes lag behind calls good new tokens invalid: without a pause we would log in once per failed read.
    private async Task PrepareLoginAsync(WakeUp reason, Age held, CancellationToken cancellationToken)
    {
        if (reason == WakeUp.NewCredentials)
        {
            log.Write(EventLevel.Info, Source, "new credentials, logging in again");
            return;
        }

        if (held.Elapsed > settings.MaxBackoff)
        {
            _invalidTokens.Reset();
        }

        var pause = _invalidTokens.Next() - held.Elapsed;
        log.Write(EventLevel.Warn, Source, "token was reported invalid, logging in again");
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private void Publish(VaultToken token)
    {
        lock (_lock)
        {
            ExpiresAt = token.Duration > TimeSpan.Zero ? token.IssuedAt + token.Duration : null;
            _sleep.Reset();
            _causes.End(Catalogue.Vault.InvalidToken.Code);
            Volatile.Write(ref _current, token);
            State = LoggedIn();
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private LoginState LoggedIn() => new(LoginPhase.LoggedIn, time.GetUtcNow(), null, null, 0, null);

    private void Report(Diagnostic failure, VaultFault? fault, TimeSpan pause)
    {
        var phase = State.Phase == LoginPhase.LoggingIn ? LoginPhase.LoggingIn : LoginPhase.LoggingInAgain;
        var isDue = _cadence.IsDue(failure.Code);
        if (isDue && fault?.SharedCause == Catalogue.Vault.InvalidToken.Code)
        {
            // Expected of reads until there is a new token. Of the login, which was to bring one (a token file's that has expired), it is news.
            _causes.End(fault.SharedCause);
        }

        State = new LoginState(phase, time.GetUtcNow(), failure, fault, State.Failures + 1, time.GetUtcNow() + pause);
        log.Write(
            isDue && _causes.IsDue(fault?.SharedCause) ? EventLevel.Error : EventLevel.Trace,
            Source,
            "error authenticating",
            [.. failure.Fields(), new EventField("backoff", Seconds(pause))]);
        settings.OnFailure(State);
    }

    internal static TimeSpan Longer(TimeSpan pause, TimeSpan? asked) => asked is { } wanted && wanted > pause ? wanted : pause;

    internal static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) + "s";
}
