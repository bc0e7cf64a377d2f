using System.Text.Json;

namespace Injector.Kube.Api;

/// <summary>Keeps telling what one object is: reads it, follows its changes, and reads it again whenever the stream ends.</summary>
public sealed class ObjectWatch
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(10);

    private readonly IKubeApi _api;
    private readonly KubePath _path;
    private readonly Action<ObservedObject> _tell;
    private readonly TimeProvider _time;
    private readonly Backoff _backoff;

    /// <summary>Prepares a watch.</summary>
    /// <param name="api">The API server.</param>
    /// <param name="path">The object.</param>
    /// <param name="tell">Called with every state, on no particular thread, one at a time.</param>
    /// <param name="time">Measures the pauses after failures.</param>
    /// <param name="chance">Spreads the pauses.</param>
    public ObjectWatch(IKubeApi api, KubePath path, Action<ObservedObject> tell, TimeProvider time, Func<double> chance)
    {
        _api = api;
        _path = path;
        _tell = tell;
        _time = time;
        _backoff = new Backoff(chance);
    }

    /// <summary>Watches until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                // After a stream that ended well the next read follows at once; a stream that could not be opened counts as a failure.
                if (!await ReadAndFollowAsync(cancellationToken))
                {
                    await Task.Delay(_backoff.Next(), _time, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    private async Task<bool> ReadAndFollowAsync(CancellationToken cancellationToken)
    {
        var answer = await _api.GetAsync(_path.Object, cancellationToken);
        if (answer.Status is not (KubeStatus.Ok or KubeStatus.NotFound))
        {
            _tell(new ObservedObject(answer.Status, default, answer.Reason));
            return false;
        }

        _tell(new ObservedObject(answer.Status, answer.Body, answer.Reason));
        var opened = _time.GetTimestamp();
        var from = answer.IsOk ? ObjectMeta.ResourceVersion(answer.Body) : string.Empty;
        await foreach (var change in _api.WatchAsync(_path, from, cancellationToken))
        {
            if (change.Kind == KubeChangeKind.Lost)
            {
                break;
            }

            Tell(change);
        }

        // The server ends idle watches after minutes, which is no failure. A stream that breaks at once would spin here without a pause.
        var lasted = _time.GetElapsedTime(opened) >= LongEnough;
        if (lasted)
        {
            _backoff.Reset();
        }

        return lasted;
    }

    private void Tell(KubeChange change) => _tell(change.Kind == KubeChangeKind.Deleted
        ? new ObservedObject(KubeStatus.NotFound, default, "deleted")
        : new ObservedObject(KubeStatus.Ok, change.Object, "changed"));
}
