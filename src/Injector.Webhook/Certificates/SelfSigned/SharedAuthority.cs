using System.Buffers;
using System.Text.Json;
using Injector.Kube.Api;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Certificates.SelfSigned;

/// <summary>
/// The authority all replicas share through one Secret. Whoever comes first creates it; of two that create or replace it at the same moment the
/// API server lets one win, and the other takes up the winner's.
/// </summary>
internal sealed class SharedAuthority
{
    private readonly IKubeApi _api;
    private readonly KubePath _path;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private volatile ObservedObject? _observed;
    private AuthorityState? _state;
    private ObservedObject? _taken;

    public SharedAuthority(IKubeApi api, KubePath path, TimeProvider time, ILogger log)
    {
        _api = api;
        _path = path;
        _time = time;
        _log = log;
    }

    /// <summary>The authority as last known; null before one is known. It outlives the Secret.</summary>
    public AuthorityState? State => _state;

    /// <summary>Takes note of the Secret's state; called by its watch.</summary>
    public void Observe(ObservedObject secret) => _observed = secret;

    /// <summary>Takes up what was observed, and creates or repairs the Secret when it holds no authority.</summary>
    public async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        if (_observed is not { } observed || ReferenceEquals(observed, _taken))
        {
            return;
        }

        switch (observed.Status)
        {
            case KubeStatus.Ok when AuthorityState.TryRead(observed.Body) is { } state:
                _state = state;
                _taken = observed;
                break;
            case KubeStatus.Ok:
                // Somebody emptied or damaged it. What this process knows counts; else there is a new beginning.
                Log.AuthorityUnusable(_log, _path.Name);
                await StoreAsync(Successor(), ObjectMeta.ResourceVersion(observed.Body), cancellationToken);
                break;
            case KubeStatus.NotFound:
                await StoreAsync(Successor(), resourceVersion: string.Empty, cancellationToken);
                break;
            default:
                Log.AuthorityUnreadable(_log, _path.Name, observed.Reason);
                _taken = observed;
                break;
        }
    }

    /// <summary>Replaces an old authority and forgets a former one; for the holder of the Lease only.</summary>
    public async Task MaintainAsync(CancellationToken cancellationToken)
    {
        if (_state is not { } state || _taken is not { Status: KubeStatus.Ok } observed)
        {
            return;
        }

        var now = _time.GetUtcNow();
        var version = ObjectMeta.ResourceVersion(observed.Body);
        if (state.IsOld(now) || ObjectMeta.Annotation(observed.Body, AuthorityState.RotateAnnotation).Length > 0)
        {
            await StoreAsync(state.Next(now), version, cancellationToken);
        }
        else if (state.IsFormerObsolete(now))
        {
            await StoreAsync(state with { FormerPem = string.Empty }, version, cancellationToken);
        }
    }

    // A Secret that was deleted means: make a new authority. The one this process serves with stays trusted meanwhile.
    private AuthorityState Successor() => _state?.Next(_time.GetUtcNow()) ?? AuthorityState.First(_time.GetUtcNow());

    private async Task StoreAsync(AuthorityState state, string resourceVersion, CancellationToken cancellationToken)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            state.Write(json, _path.Name, resourceVersion);
        }

        var answer = resourceVersion.Length == 0
            ? await _api.CreateAsync(_path, output.WrittenMemory, cancellationToken)
            : await _api.ReplaceAsync(_path, output.WrittenMemory, cancellationToken);
        if (answer.IsOk)
        {
            _state = state;
            _taken = _observed = new ObservedObject(KubeStatus.Ok, answer.Body, "written");
            Log.AuthorityStored(_log, state.Generation, state.Authority.NotAfter);
        }
        else if (answer.Status == KubeStatus.Conflict)
        {
            // Another replica was faster; what it wrote is read at once instead of waiting for the watch.
            var winner = await _api.GetAsync(_path.Object, cancellationToken);
            _observed = new ObservedObject(winner.Status, winner.Body, winner.Reason);
        }
        else
        {
            Log.AuthorityUnreadable(_log, _path.Name, answer.Reason);
        }
    }
}
