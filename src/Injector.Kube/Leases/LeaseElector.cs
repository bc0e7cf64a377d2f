using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Injector.Kube.Api;

namespace Injector.Kube.Leases;

/// <summary>
/// Takes part in the election for a Lease. Serving never depends on it: it only decides who writes. Clocks of replicas are not compared: a Lease
/// counts as abandoned when this process has seen it unchanged for its duration, as client-go does it.
/// </summary>
public sealed class LeaseElector
{
    /// <summary>How long a holder that stopped renewing keeps the Lease.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    /// <summary>How often the holder renews and the others look.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(3);

    // The holder gives up before the others may take over, so that there are never two.
    private static readonly TimeSpan RenewDeadline = TimeSpan.FromSeconds(10);

    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    private readonly IKubeApi _api;
    private readonly KubePath _path;
    private readonly string _identity;
    private readonly TimeProvider _time;
    private string _seenVersion = string.Empty;
    private long _seenAt;
    private long _renewedAt;
    private long? _tickedAt;
    private bool _holds;

    /// <summary>Prepares to take part.</summary>
    /// <param name="api">The API server.</param>
    /// <param name="path">The Lease.</param>
    /// <param name="identity">Our name; unique among the replicas.</param>
    /// <param name="time">The clock.</param>
    public LeaseElector(IKubeApi api, KubePath path, string identity, TimeProvider time)
    {
        _api = api;
        _path = path;
        _identity = identity;
        _time = time;
    }

    /// <summary>Whether this process may write now.</summary>
    public bool IsLeader => _holds && _time.GetElapsedTime(_renewedAt) < RenewDeadline;

    /// <summary>Why the last attempt failed; empty when it did not.</summary>
    public string Trouble { get; private set; } = string.Empty;

    /// <summary>Looks at the Lease, if it is time to: takes it, renews it, or notes who has it. May be called as often as one likes.</summary>
    public async Task TickAsync(CancellationToken cancellationToken)
    {
        if (_tickedAt is { } last && _time.GetElapsedTime(last) < Period)
        {
            return;
        }

        _tickedAt = _time.GetTimestamp();
        var answer = await _api.GetAsync(_path.Object, cancellationToken);
        Trouble = answer.Status is KubeStatus.Ok or KubeStatus.NotFound ? string.Empty : answer.Reason;
        switch (answer.Status)
        {
            case KubeStatus.NotFound:
                Note(await _api.CreateAsync(_path, Write(string.Empty, _identity, transitions: 0), cancellationToken));
                break;
            case KubeStatus.Ok when MayTake(answer.Body):
                var transitions = Transitions(answer.Body) + (Holder(answer.Body) == _identity ? 0 : 1);
                Note(await _api.ReplaceAsync(_path, Write(ObjectMeta.ResourceVersion(answer.Body), _identity, transitions), cancellationToken));
                break;
            case KubeStatus.Ok:
                _holds = false;
                break;
            default:
                // Not reachable: what we hold runs out by itself.
                break;
        }
    }

    /// <summary>Gives the Lease back, so that another replica need not wait for it to run out.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        if (!_holds)
        {
            return;
        }

        _holds = false;
        var answer = await _api.GetAsync(_path.Object, cancellationToken);
        if (answer.IsOk && Holder(answer.Body) == _identity)
        {
            await _api.ReplaceAsync(_path, Write(ObjectMeta.ResourceVersion(answer.Body), string.Empty, Transitions(answer.Body)), cancellationToken);
        }
    }

    private static string Holder(JsonElement lease) => ObjectMeta.Text(ObjectMeta.Member(lease, "spec"), "holderIdentity");

    private static int Transitions(JsonElement lease) =>
        ObjectMeta.Member(ObjectMeta.Member(lease, "spec"), "leaseTransitions") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : 0;

    private bool MayTake(JsonElement lease)
    {
        var holder = Holder(lease);
        var version = ObjectMeta.ResourceVersion(lease);
        if (version != _seenVersion)
        {
            _seenVersion = version;
            _seenAt = _time.GetTimestamp();
        }

        return holder.Length == 0 || holder == _identity || _time.GetElapsedTime(_seenAt) >= Duration;
    }

    private void Note(KubeAnswer answer)
    {
        _holds = answer.IsOk;
        if (answer.IsOk)
        {
            _renewedAt = _time.GetTimestamp();
            _seenVersion = ObjectMeta.ResourceVersion(answer.Body);
            _seenAt = _renewedAt;
        }
        else if (answer.Status != KubeStatus.Conflict)
        {
            Trouble = answer.Reason;
        }
    }

    private ReadOnlyMemory<byte> Write(string resourceVersion, string holder, int transitions)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("apiVersion"u8, "coordination.k8s.io/v1"u8);
            json.WriteString("kind"u8, "Lease"u8);
            json.WriteStartObject("metadata"u8);
            json.WriteString("name"u8, _path.Name);
            if (resourceVersion.Length > 0)
            {
                json.WriteString("resourceVersion"u8, resourceVersion);
            }

            json.WriteEndObject();
            json.WriteStartObject("spec"u8);
            json.WriteString("holderIdentity"u8, holder);
            json.WriteNumber("leaseDurationSeconds"u8, (int)Duration.TotalSeconds);
            json.WriteString("renewTime"u8, _time.GetUtcNow().UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
            json.WriteNumber("leaseTransitions"u8, transitions);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return output.WrittenMemory;
    }
}
