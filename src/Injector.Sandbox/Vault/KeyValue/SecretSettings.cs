using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.KeyValue;

/// <summary>What can be set on a KV v2 engine and on each of its secrets.</summary>
internal sealed record SecretSettings
{
    /// <summary>How many versions Vault keeps when nobody says otherwise.</summary>
    public const long DefaultMaxVersions = 10;

    public long MaxVersions { get; init; }

    public bool CasRequired { get; init; }

    public TimeSpan DeleteVersionAfter { get; init; }

    public SecretSettings Update(FieldReader fields) => this with
    {
        MaxVersions = fields.Number("max_versions", MaxVersions),
        CasRequired = fields.Flag("cas_required", CasRequired),
        DeleteVersionAfter = fields.Duration("delete_version_after", DeleteVersionAfter),
    };

    public void WriteTo(JsonObject target)
    {
        target["max_versions"] = MaxVersions;
        target["cas_required"] = CasRequired;
        target["delete_version_after"] = Durations.Print(DeleteVersionAfter);
    }
}
