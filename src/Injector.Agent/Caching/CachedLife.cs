using System.Buffers;
using System.Text.Json;
using Injector.Agent.Local;
using Injector.Contracts.Secrecy;
using Injector.Vault;

namespace Injector.Agent.Caching;

/// <summary>The renewable thing in an answer: a lease, or a token with its accessor.</summary>
/// <param name="LeaseId">The lease; empty: it is a token.</param>
/// <param name="Issued">The token; null: it is a lease.</param>
/// <param name="Accessor">The token's accessor; empty: none.</param>
/// <param name="Duration">Its life at first.</param>
internal sealed record CachedLife(string LeaseId, SecretText? Issued, string Accessor, TimeSpan Duration)
{
    /// <summary>Finds it. Null when there is nothing to keep alive: secrets without a lease are asked for every time.</summary>
    public static CachedLife? Of(LocalResponse response)
    {
        if (response.Status != 200)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(response.Body);
            var secret = document.RootElement;
            var auth = secret.Member("auth"u8);
            if (secret.Text("lease_id"u8) is { Length: > 0 } lease)
            {
                return secret.Flag("renewable"u8) && secret.Seconds("lease_duration"u8) is var left && left > TimeSpan.Zero ? new CachedLife(lease, null, "", left) : null;
            }

            return auth.Text("client_token"u8) is { Length: > 0 } token && auth.Flag("renewable"u8) && auth.Seconds("lease_duration"u8) is var life && life > TimeSpan.Zero
                ? new CachedLife("", new SecretText(token), auth.Text("accessor"u8) ?? "", life)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The request that keeps it alive.</summary>
    /// <param name="token">The token it was asked for with.</param>
    public VaultRequest Renewal(SecretText token) => Issued is { } issued
        ? VaultRequest.RenewSelf(issued)
        : VaultRequest.Write("sys/leases/renew", token, LeaseBody());

    /// <summary>What a renewal left of it.</summary>
    public TimeSpan LeftAfter(VaultAnswer renewed) => Issued is null ? renewed.Lease.Duration : renewed.Auth.Seconds("lease_duration"u8);

    private ReadOnlyMemory<byte> LeaseBody()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("lease_id"u8, LeaseId);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
