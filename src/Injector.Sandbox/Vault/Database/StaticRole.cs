using System.Text.Json.Nodes;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Database;

/// <summary>A user that exists already and gets a new password again and again.</summary>
internal sealed record StaticRole
{
    public string Connection { get; init; } = string.Empty;

    public string UserName { get; init; } = string.Empty;

    public TimeSpan RotationPeriod { get; init; }

    public IReadOnlyList<string> Rotation { get; init; } = [];

    public SecretText Password { get; init; } = new(string.Empty);

    public DateTimeOffset LastRotation { get; init; }

    public DateTimeOffset NextRotation => LastRotation + RotationPeriod;

    public StaticRole Update(FieldReader fields) => this with
    {
        Connection = fields.Text("db_name", Connection),
        UserName = fields.Text("username", UserName),
        RotationPeriod = fields.Duration("rotation_period", RotationPeriod),
        Rotation = DynamicRole.Statements(fields, "rotation_statements", Rotation),
    };

    public JsonObject ToJson() => new()
    {
        ["credential_type"] = "password",
        ["db_name"] = Connection,
        ["last_vault_rotation"] = GoTime.Print(LastRotation),
        ["rotation_period"] = RotationPeriod.ToSeconds(),
        ["rotation_statements"] = Rotation.ToJson(),
        ["username"] = UserName,
    };

    public JsonObject ToCredentials(DateTimeOffset now) => new()
    {
        ["last_vault_rotation"] = GoTime.Print(LastRotation),
        ["password"] = Password.Reveal(),
        ["rotation_period"] = RotationPeriod.ToSeconds(),
        ["ttl"] = Math.Max(0, (NextRotation - now).ToSeconds()),
        ["username"] = UserName,
    };
}
