using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Database;

/// <summary>How users are made on demand.</summary>
internal sealed record DynamicRole
{
    public string Connection { get; init; } = string.Empty;

    public IReadOnlyList<string> Creation { get; init; } = [];

    public IReadOnlyList<string> Revocation { get; init; } = [];

    public IReadOnlyList<string> Renewal { get; init; } = [];

    public TimeSpan DefaultTtl { get; init; }

    public TimeSpan MaxTtl { get; init; }

    public DynamicRole Update(FieldReader fields) => this with
    {
        Connection = fields.Text("db_name", Connection),
        Creation = Statements(fields, "creation_statements", Creation),
        Revocation = Statements(fields, "revocation_statements", Revocation),
        Renewal = Statements(fields, "renew_statements", Renewal),
        DefaultTtl = fields.Duration("default_ttl", DefaultTtl),
        MaxTtl = fields.Duration("max_ttl", MaxTtl),
    };

    public JsonObject ToJson() => new()
    {
        ["creation_statements"] = Creation.ToJson(),
        ["credential_type"] = "password",
        ["db_name"] = Connection,
        ["default_ttl"] = DefaultTtl.ToSeconds(),
        ["max_ttl"] = MaxTtl.ToSeconds(),
        ["renew_statements"] = Renewal.ToJson(),
        ["revocation_statements"] = Revocation.ToJson(),
        ["rollback_statements"] = new JsonArray(),
    };

    /// <summary>Statements hold commas of their own: a text is one statement, not a list.</summary>
    internal static IReadOnlyList<string> Statements(FieldReader fields, string name, IReadOnlyList<string> fallback) => fields.StatementsOf(name) ?? fallback;
}
