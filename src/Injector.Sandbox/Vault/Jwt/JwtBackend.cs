using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Sandbox.JsonWebTokens;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Jwt;

/// <summary>The jwt auth method, with public keys of its own or a key set elsewhere.</summary>
internal sealed class JwtBackend : IBackend
{
    private readonly NamedRoles<JwtRole> _roles = new();
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private volatile JwtConfig? _config;

    public JwtBackend(TimeProvider time, HttpClient http)
    {
        _time = time;
        _http = http;
        Routes = new RouteTable(
        [
            new Route("config").On(VaultOperation.Read, _ => _config is { } config ? VaultReply.Ok(config.ToJson()) : VaultReply.Missing).On(VaultOperation.Write, Configure),
            .. _roles.Routes("role", static (call, before) => JwtRole.Update(call.Fields(), before), static role => role.ToJson()),
            new Route("login") { Access = RouteAccess.Anonymous }.OnAsync(VaultOperation.Write, LoginAsync),
        ]);
    }

    public RouteTable Routes { get; }

    private VaultReply Configure(VaultCall call)
    {
        var (config, refusal) = JwtConfig.Read(call.Fields());
        _config = config ?? _config;
        return refusal ?? VaultReply.NoContent;
    }

    private async ValueTask<VaultReply> LoginAsync(VaultCall call, CancellationToken cancellationToken)
    {
        var fields = call.Fields();
        if (_config is not { } config)
        {
            return VaultReply.BadRequest("could not load configuration");
        }

        var name = fields.Text("role") is { Length: > 0 } wanted ? wanted : config.DefaultRole;
        if (name.Length == 0)
        {
            return VaultReply.BadRequest("missing role");
        }

        if (_roles.Find(name) is not { } role)
        {
            return VaultReply.BadRequest($"role \"{name}\" could not be found");
        }

        if (fields.Text("jwt").Length == 0)
        {
            return VaultReply.BadRequest("missing token");
        }

        var (keys, fault) = await KeysAsync(config, cancellationToken);
        if (JsonWebToken.TryParse(fields.Text("jwt")) is not { } token || !token.IsSignedByAny(keys))
        {
            return VaultReply.BadRequest(fault ?? "error validating token: error verifying token signature: no known key successfully validated the token signature");
        }

        return JwtClaims.Fault(config, role, token, _time.GetUtcNow()) is { } refused ? VaultReply.BadRequest(refused) : Grant(name, role, token);
    }

    private static VaultReply Grant(string name, JwtRole role, JsonWebToken token)
    {
        if (JwtClaims.Find(token.Claims, role.UserClaim)?.ToString() is not { Length: > 0 } user)
        {
            return VaultReply.BadRequest($"claim \"{role.UserClaim}\" not found in token");
        }

        var metadata = new Dictionary<string, string> { ["role"] = name };
        foreach (var (claim, key) in role.ClaimMappings)
        {
            if (JwtClaims.Find(token.Claims, claim) is { } value)
            {
                metadata[key] = value.ToString();
            }
        }

        return new VaultReply
        {
            Grant = new TokenGrant { Parameters = role.Token, DisplayName = $"jwt-{user}", Metadata = metadata, Alias = new LoginAlias(user) { Metadata = metadata } },
        };
    }

    private async ValueTask<(IReadOnlyList<PublicKey> Keys, string? Fault)> KeysAsync(JwtConfig config, CancellationToken cancellationToken)
    {
        if (config.KeySetAddress.Length == 0)
        {
            return (config.Keys, null);
        }

        try
        {
            var set = JsonNode.Parse(await _http.GetStringAsync(new Uri(config.KeySetAddress), cancellationToken)) as JsonObject;
            return ([.. (set?["keys"] as JsonArray ?? []).OfType<JsonObject>().Select(PublicKey.TryParse).OfType<PublicKey>()], null);
        }
        catch (Exception error) when (error is HttpRequestException or JsonException)
        {
            return ([], $"error validating token: fetching keys failed: {error.Message}");
        }
    }
}
