using System.Text.Json;

namespace Injector.Vault;

/// <summary>The life of a secret as the server sees it.</summary>
/// <param name="Id">Lease id; empty: the secret has no lease.</param>
/// <param name="Duration">Life from now; zero: none given.</param>
/// <param name="Renewable">Whether <c>sys/leases/renew</c> may extend it.</param>
public readonly record struct VaultLease(string Id, TimeSpan Duration, bool Renewable)
{
    /// <summary>Whether there is a lease at all.</summary>
    public bool Exists => !string.IsNullOrEmpty(Id);

    internal static VaultLease Of(JsonElement envelope) =>
        new(envelope.Text("lease_id"u8) ?? "", envelope.Seconds("lease_duration"u8), envelope.Flag("renewable"u8));
}
