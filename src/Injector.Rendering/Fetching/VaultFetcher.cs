using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Injector.Contracts.Secrecy;
using Injector.Rendering.Leases;
using Injector.Templates.Dependencies;
using Injector.Templates.Values;
using Injector.Vault;
using Injector.Vault.Faults;
using Injector.Vault.Kv;
using Injector.Vault.Login;

namespace Injector.Rendering.Fetching;

/// <summary>Asks Vault for what templates depend on: one request per call, nothing repeated, every failure a value.</summary>
internal sealed class VaultFetcher
{
    private readonly IVaultClient _client;
    private readonly MountTable _mounts;
    private readonly LeaseClock _clock;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, SecretText> _closedMetadata = new(StringComparer.Ordinal);

    public VaultFetcher(IVaultClient client, MountTable mounts, LeaseClock clock, TimeProvider time)
    {
        _client = client;
        _mounts = mounts;
        _clock = clock;
        _time = time;
    }

    /// <summary>Reads a secret; when <paramref name="known"/> says what we have, the server is first asked whether that is still current.</summary>
    public async Task<Fetched> ReadAsync(VaultRead read, KnownVersion? known, VaultToken token, CancellationToken cancellationToken)
    {
        var path = VaultPath.Of(read.Path, read.Query);
        if (path is null)
        {
            return Fetched.Failed(FetchFault.Gone("GET " + read.Path, "the path has a broken percent escape"));
        }

        var place = await _mounts.ResolveAsync(path.Path, KvOperation.Secret, token.Value, cancellationToken);
        if (place.Fault is { IsTransient: true } or { Kind: VaultFaultKind.InvalidToken })
        {
            // Reading the path as it stands would ask a KV version 2 mount for something that cannot exist.
            return Fetched.Failed(FetchFault.Of(place.Fault));
        }

        if (known is not null && path.Query is null && await CheckVersionAsync(place, known, token, cancellationToken) is { } answered)
        {
            return answered;
        }

        var request = VaultRequest.Read(place.Path, token.Value) with { Query = path.Query };
        var answer = await _client.SendAsync(request, cancellationToken);
        if (answer.Fault is { } fault)
        {
            if (fault.Kind == VaultFaultKind.NotFound)
            {
                // The mount may have been replaced by one of another version.
                _mounts.Forget(path.Path);
            }

            return Fetched.Failed(FetchFault.Of(fault));
        }

        return IsGone(answer, place, out var reason)
            ? Fetched.Failed(FetchFault.Gone("GET " + place.Path, reason))
            : Accept(answer, "GET " + place.Path, place.Version == MountVersion.KvVersion2 && path.Query is null ? VersionCheck.FromSecret(answer) : null);
    }

    public async Task<Fetched> WriteAsync(VaultWrite write, VaultToken token, CancellationToken cancellationToken)
    {
        var answer = await WriteAsync(write.Path, write.Parameters, token.Value, cancellationToken);
        if (answer.Fault is { } fault)
        {
            return Fetched.Failed(FetchFault.Of(fault));
        }

        // A write that gave nothing back has done its work; repeating it would write again.
        return answer.Envelope.ValueKind == JsonValueKind.Undefined
            ? new Fetched { Value = SecretValue.FromEnvelope(EmptyEnvelope()), Envelope = new SecretBytes("{}"u8.ToArray()) }
            : Accept(answer, "PUT " + write.Path, null, EnvelopeUse.Kept);
    }

    public async Task<VaultAnswer> WriteAsync(string path, DependencyParameters parameters, SecretText token, CancellationToken cancellationToken)
    {
        var place = await _mounts.ResolveAsync(path, KvOperation.Secret, token, cancellationToken);
        return place.Fault is { IsTransient: true } or { Kind: VaultFaultKind.InvalidToken }
            ? VaultAnswer.Failed(place.Fault)
            : await _client.SendAsync(VaultRequest.Write(place.Path, token, RequestBody.Of(parameters, place.Version)), cancellationToken);
    }

    public async Task<Fetched> ListAsync(VaultList list, VaultToken token, CancellationToken cancellationToken)
    {
        var place = await _mounts.ResolveAsync(list.Path, KvOperation.List, token.Value, cancellationToken);
        if (place.Fault is { IsTransient: true } or { Kind: VaultFaultKind.InvalidToken })
        {
            return Fetched.Failed(FetchFault.Of(place.Fault));
        }

        var answer = await _client.SendAsync(VaultRequest.List(place.Path, token.Value), cancellationToken);
        if (answer.Fault is { } fault)
        {
            // An empty folder and a missing one look the same, and both are an empty list.
            return fault.Kind == VaultFaultKind.NotFound
                ? new Fetched { Value = ListValue.OfStrings([]), Plan = _clock.PlanList() }
                : Fetched.Failed(FetchFault.Of(fault));
        }

        var names = new List<string>(answer.Data.Texts("keys"u8));
        names.Sort(StringComparer.Ordinal);
        var fetched = new Fetched
        {
            Value = ListValue.OfStrings([.. names.ConvertAll(Value (name) => StringValue.From(name))]),
            Fingerprint = Fingerprint.Of(answer),
            Plan = _clock.PlanList(),
        };
        answer.Erase();
        return fetched;
    }

    public async Task<Renewed> RenewAsync(RenewalTarget target, VaultToken token, CancellationToken cancellationToken)
    {
        var request = target.Token is { } own
            ? VaultRequest.RenewSelf(own)
            : VaultRequest.Write("sys/leases/renew", token.Value, RequestBody.OfRenewal(target.LeaseId));
        var answer = await _client.SendAsync(request, cancellationToken);
        if (answer.Fault is { } fault)
        {
            return new Renewed(TimeSpan.Zero, FetchFault.Of(fault));
        }

        return new Renewed(target.Token is null ? answer.Lease.Duration : answer.Auth.Seconds("lease_duration"u8), null);
    }

    /// <summary>Asks whether a token is good. Older servers answer a dead token like a missing right.</summary>
    public async Task<TokenVerdict> CheckAsync(VaultToken token, CancellationToken cancellationToken)
    {
        var answer = await _client.SendAsync(VaultRequest.Read("auth/token/lookup-self", token.Value), cancellationToken);
        return answer.Fault switch
        {
            null => TokenVerdict.Good,
            { IsTransient: true } => TokenVerdict.Unknown,
            _ => TokenVerdict.Refused,
        };
    }

    /// <summary>A value as it was fetched by an earlier process.</summary>
    public static Value Revive(byte[] envelope)
    {
        using var document = JsonDocument.Parse(envelope);
        return SecretValue.FromEnvelope(document.RootElement);
    }

    /// <summary>Unchanged, or a server that cannot answer now; null: the secret itself has to be read.</summary>
    private async Task<Fetched?> CheckVersionAsync(ResolvedPath place, KnownVersion known, VaultToken token, CancellationToken cancellationToken)
    {
        if (VersionCheck.MetadataPath(place.Path, place.Mount) is not { } path
            || (_closedMetadata.TryGetValue(path, out var closedFor) && closedFor.Equals(token.Value)))
        {
            return null;
        }

        var answer = await _client.SendAsync(VaultRequest.Read(path, token.Value), cancellationToken);
        switch (answer.Fault)
        {
            case { IsTransient: true } fault:
                return Fetched.Failed(FetchFault.Of(fault));
            case { Kind: VaultFaultKind.PermissionDenied }:
                // Policies usually allow the secret only; that is not asked again with this token.
                _closedMetadata[path] = token.Value;
                return null;
            case null when VersionCheck.IsCurrent(known, answer):
                return new Fetched { IsUnchanged = true, Known = known, Plan = _clock.PlanStatic() };
            default:
                return null;
        }
    }

    private Fetched Accept(VaultAnswer answer, string operation, KnownVersion? known, EnvelopeUse use = EnvelopeUse.KeptWithLease)
    {
        if (LeaseClock.IsDueForRotation(answer))
        {
            return Fetched.Failed(new FetchFault(
                FetchFault.Gone(operation, "the credential is being rotated at this moment").Diagnostic,
                FaultPersistence.Transient));
        }

        var fetched = new Fetched
        {
            Value = SecretValue.FromEnvelope(answer.Envelope),
            Fingerprint = Fingerprint.Of(answer),
            Plan = _clock.Plan(answer, _time.GetUtcNow()),
            Lease = LeaseOf(answer),
            Renewal = RenewalOf(answer),
            Version = VersionOf(answer.Data),
            Known = known,
            Envelope = use == EnvelopeUse.Kept || answer.Lease.Exists
                ? new SecretBytes(JsonMarshal.GetRawUtf8Value(answer.Envelope).ToArray())
                : null,
        };
        answer.Erase();
        return fetched;
    }

    private static VaultLease LeaseOf(VaultAnswer answer) => answer.Lease.Exists
        ? answer.Lease
        : new VaultLease("", answer.Auth.Seconds("lease_duration"u8), answer.Auth.Flag("renewable"u8));

    private static RenewalTarget? RenewalOf(VaultAnswer answer)
    {
        if (answer.Lease is { Exists: true, Renewable: true } lease)
        {
            return new RenewalTarget(lease.Id, null);
        }

        return answer.Auth.Flag("renewable"u8) && answer.Auth.Text("client_token"u8) is { } token
            ? new RenewalTarget("", new SecretText(token))
            : null;
    }

    private static string VersionOf(JsonElement data)
    {
        var version = data.Member("metadata"u8).Member("version"u8);
        return version.ValueKind == JsonValueKind.Number && version.TryGetInt64(out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : "";
    }

    private bool IsGone(VaultAnswer answer, ResolvedPath place, out string reason)
    {
        reason = "no secret exists there";
        if (answer.Envelope.ValueKind == JsonValueKind.Undefined || (answer.Data.ValueKind == JsonValueKind.Undefined
            && answer.Auth.ValueKind == JsonValueKind.Undefined && answer.WrapInfo.ValueKind == JsonValueKind.Undefined))
        {
            return true;
        }

        if (place.Version == MountVersion.KvVersion2 && KvVersionState.IsGone(answer, _time.GetUtcNow()))
        {
            reason = "no secret exists there: the version is deleted or destroyed";
            return true;
        }

        return answer.Status == 404;
    }

    private static JsonElement EmptyEnvelope()
    {
        using var document = JsonDocument.Parse("{}"u8.ToArray());
        return document.RootElement.Clone();
    }
}
