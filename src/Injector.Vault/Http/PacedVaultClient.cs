using Injector.Vault.Connection;

namespace Injector.Vault.Http;

/// <summary>Keeps to a rate: after a pause a burst of requests goes at once, further ones wait for their turn, in order.</summary>
/// <param name="inner">Sends the requests.</param>
/// <param name="rate">The bound.</param>
/// <param name="time">The clock.</param>
public sealed class PacedVaultClient(IVaultClient inner, RequestRate rate, TimeProvider time) : IVaultClient
{
    private readonly Lock _lock = new();
    private readonly long _startedAt = time.GetTimestamp();
    private double _allowed = rate.Burst;
    private TimeSpan _countedAt;

    /// <inheritdoc/>
    public async Task<VaultAnswer> SendAsync(VaultRequest request, CancellationToken cancellationToken)
    {
        if (TakeTurn() is { Ticks: > 0 } pause)
        {
            await Task.Delay(pause, time, cancellationToken);
        }

        return await inner.SendAsync(request, cancellationToken);
    }

    private TimeSpan TakeTurn()
    {
        lock (_lock)
        {
            var now = time.GetElapsedTime(_startedAt);
            _allowed = Math.Min(rate.Burst, _allowed + ((now - _countedAt).TotalSeconds * rate.PerSecond)) - 1;
            _countedAt = now;
            return _allowed >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_allowed / rate.PerSecond);
        }
    }
}
