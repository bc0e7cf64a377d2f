using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Kubernetes;

/// <summary>Which ServiceAccounts get which token.</summary>
internal sealed record KubernetesRole
{
    public IReadOnlyList<string> Names { get; init; } = [];

    public IReadOnlyList<string> Namespaces { get; init; } = [];

    public string Audience { get; init; } = string.Empty;

    public string AliasNameSource { get; init; } = "serviceaccount_uid";

    public TokenParameters Token { get; init; } = new();

    public KubernetesRole Update(FieldReader fields) => this with
    {
        Names = fields.Has("bound_service_account_names") ? fields.Texts("bound_service_account_names") : Names,
        Namespaces = fields.Has("bound_service_account_namespaces") ? fields.Texts("bound_service_account_namespaces") : Namespaces,
        Audience = fields.Text("audience", Audience),
        AliasNameSource = fields.Text("alias_name_source", AliasNameSource),
        Token = Token.Update(fields),
    };

    /// <summary>What is wrong with the role; null when nothing is.</summary>
    public string? Fault() =>
        Names.Count == 0 ? "\"bound_service_account_names\" can not be empty"
        : Namespaces.Count == 0 ? "\"bound_service_account_namespaces\" can not be empty"
        : Names.Count > 1 && Names.Contains("*") ? "can not mix \"*\" with values"
        : Namespaces.Count > 1 && Namespaces.Contains("*") ? "can not mix \"*\" with values"
        : AliasNameSource is not ("serviceaccount_uid" or "serviceaccount_name") ? $"invalid alias_name_source \"{AliasNameSource}\""
        : null;

    public JsonObject ToJson()
    {
        var role = new JsonObject
        {
            ["alias_name_source"] = AliasNameSource,
            ["audience"] = Audience,
            ["bound_service_account_names"] = Names.ToJson(),
            ["bound_service_account_namespaces"] = Namespaces.ToJson(),
        };
        Token.WriteTo(role);
        return role;
    }
}
