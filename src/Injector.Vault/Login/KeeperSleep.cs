namespace Injector.Vault.Login;

/// <summary>The keeper's waiting: until a time, or until the token is reported invalid, or until there are new credentials.</summary>
/// <param name="credentials">Watches for new credentials; null: nobody does.</param>
/// <param name="time">The clock.</param>
internal sealed class KeeperSleep(ICredentialWatch? credentials, TimeProvider time)
{
    private TaskCompletionSource _invalid = New();

    /// <summary>Ends the sleep now or next, because the token is invalid.</summary>
    public void ReportInvalid() => _invalid.TrySetResult();

    /// <summary>Begins again with a new token.</summary>
    public void Reset() => _invalid = New();

    public async Task<WakeUp> UntilAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        var invalid = _invalid.Task;
        using var alarm = new Alarm(pause, time);
        if (credentials is null)
        {
            await Task.WhenAny(alarm.Rang, invalid).WaitAsync(cancellationToken);
            return invalid.IsCompleted ? WakeUp.TokenInvalid : WakeUp.TimeIsUp;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var news = credentials.WaitForNewAsync(stop.Token);
        var first = await Task.WhenAny(alarm.Rang, invalid, news).WaitAsync(cancellationToken);
        await stop.CancelAsync();
        return invalid.IsCompleted ? WakeUp.TokenInvalid : first == news ? WakeUp.NewCredentials : WakeUp.TimeIsUp;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
