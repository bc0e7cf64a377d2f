namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>Looks at the files all the time, as their readers do.</summary>
internal sealed class FileGuard : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private readonly GoodFiles _files;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _looking;
    private volatile string? _damage;

    public FileGuard(GoodFiles files)
    {
        _files = files;
        _looking = LookAsync();
    }

    /// <summary>The first thing that was wrong with the files; null: nothing was.</summary>
    public string? Damage => _damage;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _looking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task LookAsync()
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(_stop.Token))
        {
            _damage ??= _files.Damage();
        }
    }
}
