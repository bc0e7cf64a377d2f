using System.Collections.Concurrent;
using System.Threading.Channels;
using Injector.Sandbox.Vault.Clock;

namespace Injector.Sandbox.Vault.Leases;

/// <summary>
/// Takes secrets back, one after the other, in the order their leases ended. What an engine could not take back is tried again, later and later; after
/// the last attempt the secret stays, as an irrevocable lease does in Vault.
/// </summary>
internal sealed class RevocationQueue(TimeProvider time) : IAsyncDisposable
{
    private const int MaxAttempts = 6;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);

    private readonly Channel<Revocation> _channel = Channel.CreateUnbounded<Revocation>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<Revocation, Deadline> _pauses = new();
    private readonly Lock _lock = new();
    private Task? _worker;

    /// <summary>Adds work.</summary>
    /// <returns>Ends with the first attempt; null when it went well, else what the engine said.</returns>
    public Task<string?> Add(Func<CancellationToken, ValueTask> work)
    {
        lock (_lock)
        {
            _worker ??= WorkAsync();
        }

        var revocation = new Revocation(work);
        if (!_channel.Writer.TryWrite(revocation))
        {
            revocation.FirstAttempt.SetResult("the server has ended");
        }

        return revocation.FirstAttempt.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Writer.TryComplete();
        foreach (var pause in _pauses.Values)
        {
            pause.Dispose();
        }

        await (_worker ?? Task.CompletedTask);
    }

    private async Task WorkAsync()
    {
        await foreach (var revocation in _channel.Reader.ReadAllAsync())
        {
            try
            {
                await revocation.Work(CancellationToken.None);
                revocation.FirstAttempt.TrySetResult(null);
            }
            catch (RevocationException error)
            {
                revocation.FirstAttempt.TrySetResult(error.Message);
                TryLater(revocation);
            }
        }
    }

    private void TryLater(Revocation revocation)
    {
        if (++revocation.Attempts >= MaxAttempts)
        {
            return;
        }

        var pause = new Deadline(time, () =>
        {
            if (_pauses.TryRemove(revocation, out var reached))
            {
                reached.Dispose();
            }

            _channel.Writer.TryWrite(revocation);
        });
        _pauses[revocation] = pause;
        pause.Set(time.GetUtcNow() + (FirstPause * Math.Pow(2, revocation.Attempts - 1)));
    }

    private sealed class Revocation(Func<CancellationToken, ValueTask> work)
    {
        public Func<CancellationToken, ValueTask> Work { get; } = work;

        public TaskCompletionSource<string?> FirstAttempt { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Attempts { get; set; }
    }
}
