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
    private const string Source = "auth.handler";
    private static readonly TimeSpan FirstRenewalPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestRenewalPause = TimeSpan.FromMinutes(5);
    private static readonly ReadOnlyMemory<byte> ServerDefaultIncrement = "{\"increment\":0}"u8.ToArray();

    private readonly Lock _lock = new();
    private readonly Backoff _invalidTokens = new(settings.MinBackoff, settings.MaxBackoff, chance);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _invalidated = new(TaskCreationOptions.RunContinuationsAsynchronously);
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
                _invalidated.TrySetResult();
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
                token = result.Token;
                log.Write(EventLevel.Info, Source, "authentication successful, sending token to sinks");
                if (result.Wrapped is { } wrapped)
                {
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

    private async Task KeepAliveAsync(VaultToken token, CancellationToken cancellationToken)
    {
        if (token.Duration <= TimeSpan.Zero)
        {
            var reason = await SleepAsync(Timeout.InfiniteTimeSpan, cancellationToken);
            await PrepareLoginAsync(reason, token, cancellationToken);
            return;
        }

        var schedule = new RenewalSchedule(chance);
        var lease = token.Duration - (time.GetUtcNow() - token.IssuedAt);
        while (true)
        {
            var step = schedule.Plan(lease, token.Renewable);
            var graceAt = time.GetUtcNow() + step.UntilGrace;
            var reason = await SleepAsync(step.Pause, cancellationToken);
            if (reason != WakeUp.TimeIsUp)
            {
                await PrepareLoginAsync(reason, token, cancellationToken);
                return;
            }

            if (step.Action == RenewalAction.Replace || await RenewAsync(token, graceAt, cancellationToken) is not { } renewed)
            {
                log.Write(EventLevel.Info, Source, "token reached the end of its life, logging in again");
                return;
            }

            lease = renewed;
        }
    }

    /// <returns>The new lease; null: log in.</returns>
    private async Task<TimeSpan?> RenewAsync(VaultToken token, DateTimeOffset graceAt, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(FirstRenewalPause, LongestRenewalPause, chance);
        while (true)
        {
            var answer = await client.SendAsync(VaultRequest.Write("auth/token/renew-self", token.Value, ServerDefaultIncrement), cancellationToken);
            if (answer.Fault is not { } fault)
            {
                var lease = answer.Auth.Seconds("lease_duration"u8);
                ExpiresAt = time.GetUtcNow() + lease;
                log.Write(EventLevel.Info, Source, "renewed auth token", new EventField("ttl", Seconds(lease)));
                return lease > TimeSpan.Zero ? lease : null;
            }

            // Refusals do not heal by waiting: a login answers the question whether we may go on.
            if (!fault.IsTransient)
            {
                log.Write(EventLevel.Warn, Source, "token cannot be renewed", new EventField("error", fault.Summary));
                return null;
            }

            var pause = Longer(backoff.Next(), fault.RetryAfter);
            var left = graceAt - time.GetUtcNow();
            log.Write(EventLevel.Warn, Source, "error renewing token", new EventField("error", fault.Summary), new EventField("backoff", Seconds(pause)));
            if (left <= TimeSpan.Zero || await SleepAsync(pause < left ? pause : left, cancellationToken) != WakeUp.TimeIsUp)
            {
                return null;
            }
        }
    }

    private async Task<WakeUp> SleepAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        var invalidated = _invalidated.Task;
        using var alarm = new Alarm(pause, time);
        if (settings.Credentials is null)
        {
            await Task.WhenAny(alarm.Rang, invalidated).WaitAsync(cancellationToken);
            return invalidated.IsCompleted ? WakeUp.TokenInvalid : WakeUp.TimeIsUp;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var news = settings.Credentials.WaitForNewAsync(stop.Token);
        var first = await Task.WhenAny(alarm.Rang, invalidated, news).WaitAsync(cancellationToken);
        await stop.CancelAsync();
        return invalidated.IsCompleted ? WakeUp.TokenInvalid : first == news ? WakeUp.NewCredentials : WakeUp.TimeIsUp;
    }

    // A server whose nodes lag behind calls good new tokens invalid: without a pause we would log in once per failed read.
    private async Task PrepareLoginAsync(WakeUp reason, VaultToken token, CancellationToken cancellationToken)
    {
        if (reason == WakeUp.NewCredentials)
        {
            log.Write(EventLevel.Info, Source, "new credentials, logging in again");
            return;
        }

        var age = time.GetUtcNow() - token.IssuedAt;
        if (age > settings.MaxBackoff)
        {
            _invalidTokens.Reset();
        }

        var pause = _invalidTokens.Next() - age;
        log.Write(EventLevel.Warn, Source, "token was reported invalid, logging in again");
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private enum WakeUp
    {
        TimeIsUp,
        TokenInvalid,
        NewCredentials,
    }

    private void Publish(VaultToken token)
    {
        lock (_lock)
        {
            ExpiresAt = token.Duration > TimeSpan.Zero ? token.IssuedAt + token.Duration : null;
            _invalidated = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _current, token);
            State = new LoginState(LoginPhase.LoggedIn, time.GetUtcNow(), null, null, 0, null);
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private void Report(Diagnostic failure, VaultFault? fault, TimeSpan pause)
    {
        var phase = Current is null ? LoginPhase.LoggingIn : LoginPhase.LoggingInAgain;
        State = new LoginState(phase, time.GetUtcNow(), failure, fault, State.Failures + 1, time.GetUtcNow() + pause);
        log.Write(
            EventLevel.Error,
            Source,
            "error authenticating",
            new EventField("code", failure.Code),
            new EventField("error", failure.Message),
            new EventField("remedy", failure.Remedy),
            new EventField("backoff", Seconds(pause)));
        settings.OnFailure(State);
    }

    private static TimeSpan Longer(TimeSpan pause, TimeSpan? asked) => asked is { } wanted && wanted > pause ? wanted : pause;

    private static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) + "s";
}
