using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Clock;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Leases;

/// <summary>A secret somebody holds until a moment. It changes under the store's lock only.</summary>
internal sealed class Lease
{
    public required string Id { get; init; }

    public required string NamespacePath { get; init; }

    public required LeaseOffer Offer { get; init; }

    public required TtlRules Rules { get; init; }

    /// <summary>Ends with it.</summary>
    public required TokenEntry Owner { get; init; }

    public required DateTimeOffset Issued { get; init; }

    public DateTimeOffset Expires { get; set; }

    public DateTimeOffset? LastRenewal { get; set; }

    /// <summary>What the last creation or renewal gave.</summary>
    public TimeSpan Duration { get; set; }

    public bool IsRenewable => Offer.IsRenewable;

    public JsonObject ToLookup(DateTimeOffset now) => new()
    {
        ["id"] = Id,
        ["issue_time"] = GoTime.Print(Issued),
        ["expire_time"] = GoTime.Print(Expires),
        ["last_renewal"] = LastRenewal is { } renewal ? GoTime.Print(renewal) : null,
        ["renewable"] = IsRenewable,
        ["ttl"] = (Expires - now).ToSeconds(),
    };
}
