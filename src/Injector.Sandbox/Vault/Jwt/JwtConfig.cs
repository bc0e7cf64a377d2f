using System.Text.Json.Nodes;
using Injector.Sandbox.JsonWebTokens;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Jwt;

/// <summary>Whose tokens the method takes.</summary>
internal sealed record JwtConfig
{
    public IReadOnlyList<string> Pems { get; init; } = [];

    public IReadOnlyList<PublicKey> Keys { get; init; } = [];

    public string KeySetAddress { get; init; } = string.Empty;

    public string BoundIssuer { get; init; } = string.Empty;

    public string DefaultRole { get; init; } = string.Empty;

    /// <summary>Reads the body of a write.</summary>
    /// <returns>The configuration, or the refusal.</returns>
    public static (JwtConfig? Config, VaultReply? Refusal) Read(FieldReader fields)
    {
        var pems = fields.Texts("jwt_validation_pubkeys");
        PublicKey[] keys = [.. pems.Select(PublicKey.TryParse).OfType<PublicKey>()];
        var config = new JwtConfig
        {
            Pems = pems,
            Keys = keys,
            KeySetAddress = fields.Text("jwks_url"),
            BoundIssuer = fields.Text("bound_issuer"),
            DefaultRole = fields.Text("default_role"),
        };
        var sources = (pems.Count > 0 ? 1 : 0) + (config.KeySetAddress.Length > 0 ? 1 : 0);
        return fields.Refusal is { } refusal ? (null, refusal)
            : fields.Has("oidc_discovery_url") ? (null, VaultReply.BadRequest("the sandbox takes 'jwt_validation_pubkeys' or 'jwks_url', not 'oidc_discovery_url'"))
            : sources != 1 ? (null, VaultReply.BadRequest("exactly one of 'jwt_validation_pubkeys', 'jwks_url' or 'oidc_discovery_url' must be set"))
            : config.KeySetAddress.Length > 0 && !Uri.TryCreate(config.KeySetAddress, UriKind.Absolute, out _) ? (null, VaultReply.BadRequest("error checking jwks_url"))
            : keys.Length != pems.Count ? (null, VaultReply.BadRequest("error parsing public key"))
            : (config, null);
    }

    public JsonObject ToJson() => new()
    {
        ["bound_issuer"] = BoundIssuer,
        ["default_role"] = DefaultRole,
        ["jwks_ca_pem"] = string.Empty,
        ["jwks_url"] = KeySetAddress,
        ["jwt_supported_algs"] = new JsonArray(),
        ["jwt_validation_pubkeys"] = Pems.ToJson(),
        ["oidc_discovery_url"] = string.Empty,
    };
}
