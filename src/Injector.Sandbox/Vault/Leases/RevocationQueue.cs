using System.Threading.Channels;

namespace Injector.Sandbox.Vault.Leases;

/// <summary>Takes secrets back, one after the other, in the order their leases ended.</summary>
internal sealed class RevocationQueue : IAsyncDisposable
{
    private readonly Channel<(Func<CancellationToken, ValueTask> Work, TaskCompletionSource Done)> _channel =
        Channel.CreateUnbounded<(Func<CancellationToken, ValueTask>, TaskCompletionSource)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Task _worker;

    public RevocationQueue() => _worker = WorkAsync();

    /// <summary>Adds work.</summary>
    /// <returns>Ends when it is done; a fault of the secrets engine is the task's.</returns>
    public Task Add(Func<CancellationToken, ValueTask> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_channel.Writer.TryWrite((work, done)))
        {
            done.SetCanceled();
        }

        return done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Writer.TryComplete();
        await _worker;
    }

    private async Task WorkAsync()
    {
        await foreach (var (work, done) in _channel.Reader.ReadAllAsync())
        {
            try
            {
                await work(CancellationToken.None);
                done.SetResult();
            }
            catch (RevocationException error)
            {
                done.SetException(error);
            }
        }
    }
}
