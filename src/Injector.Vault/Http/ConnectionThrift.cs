namespace Injector.Vault.Http;

/// <summary>
/// Keeps requests on few connections while the server answers fast, since each connection costs a name look-up and a TLS handshake: a start that
/// reads ten secrets takes two connections. Requests that have waited for <see cref="Patience"/> go out beside the others, as those for
/// credentials that a database has to make first; how many connections there are at most is the pool's business.
/// </summary>
internal sealed class ConnectionThrift(TimeProvider time)
{
    /// <summary>Requests that go out at once.</summary>
    public const int Width = 2;

    /// <summary>Longest wait of a request for the others.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(15);

    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private ITimer? _patience;
    private int _busy;

    /// <summary>Waits for the turn of a request. Every turn is given back with <see cref="Leave"/>.</summary>
    public Task EnterAsync()
    {
        lock (_lock)
        {
            if (_busy < Width)
            {
                _busy++;
                return Task.CompletedTask;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
            if (_waiting.Count == 1)
            {
                _patience ??= time.CreateTimer(static thrift => (thrift as ConnectionThrift)?.LetAllGo(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _patience.Change(Patience, Timeout.InfiniteTimeSpan);
            }

            return turn.Task;
        }
    }

    /// <summary>Hands the turn on.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            if (_waiting.TryDequeue(out var next))
            {
                next.SetResult();
            }
            else
            {
                _busy--;
            }
        }
    }

    private void LetAllGo()
    {
        lock (_lock)
        {
            _busy += _waiting.Count;
            while (_waiting.TryDequeue(out var turn))
            {
                turn.SetResult();
            }
        }
    }
}
