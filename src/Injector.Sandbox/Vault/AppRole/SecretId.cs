using System.Text.Json.Nodes;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.AppRole;

/// <summary>The password of an AppRole login.</summary>
internal sealed record SecretId(SecretText Id, string Accessor, string Role, DateTimeOffset Created)
{
    public TimeSpan Ttl { get; init; }

    /// <summary>How many logins are left; 0: any number.</summary>
    public long UsesLeft { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    public bool IsOverAt(DateTimeOffset now) => Ttl > TimeSpan.Zero && Created + Ttl <= now;

    public JsonObject ToIssued() => new()
    {
        ["secret_id"] = Id.Reveal(),
        ["secret_id_accessor"] = Accessor,
        ["secret_id_num_uses"] = UsesLeft,
        ["secret_id_ttl"] = Ttl.ToSeconds(),
    };

    public JsonObject ToLookup() => new()
    {
        ["cidr_list"] = new JsonArray(),
        ["creation_time"] = GoTime.Print(Created),
        ["expiration_time"] = Ttl > TimeSpan.Zero ? GoTime.Print(Created + Ttl) : "0001-01-01T00:00:00Z",
        ["last_updated_time"] = GoTime.Print(Created),
        ["metadata"] = Metadata.ToJson(),
        ["secret_id_accessor"] = Accessor,
        ["secret_id_num_uses"] = UsesLeft,
        ["secret_id_ttl"] = Ttl.ToSeconds(),
        ["token_bound_cidrs"] = new JsonArray(),
    };
}
