using System.Text.Json.Nodes;
using Injector.Sandbox.JsonWebTokens;
using Injector.Sandbox.Vault.Policies;

namespace Injector.Sandbox.Vault.Jwt;

/// <summary>Compares a token's claims with what a role asks for.</summary>
internal static class JwtClaims
{
    /// <summary>Finds a claim by name or, with slashes, by path.</summary>
    public static JsonNode? Find(JsonObject claims, string name)
    {
        if (!name.StartsWith('/'))
        {
            return claims[name];
        }

        JsonNode? at = claims;
        foreach (var part in name[1..].Split('/'))
        {
            at = (at as JsonObject)?[part];
        }

        return at;
    }

    /// <summary>What is wrong with a token for a role; null when nothing is.</summary>
    public static string? Fault(JwtConfig config, JwtRole role, JsonWebToken token, DateTimeOffset now)
    {
        if (token.Expires is { } expires && expires + role.ClockSkew <= now)
        {
            return "error validating token: invalid expiration time (exp) claim: token is expired";
        }

        if (token.NotBefore is { } start && start - role.ClockSkew > now)
        {
            return "error validating token: invalid not before (nbf) claim: token not yet valid";
        }

        if (config.BoundIssuer.Length > 0 && token.Issuer != config.BoundIssuer)
        {
            return "error validating token: invalid issuer (iss) claim";
        }

        if (role.BoundSubject.Length > 0 && token.Subject != role.BoundSubject)
        {
            return "error validating token: invalid subject (sub) claim";
        }

        if (role.BoundAudiences.Count == 0 ? token.Audiences.Count > 0 : !role.BoundAudiences.Intersect(token.Audiences).Any())
        {
            return role.BoundAudiences.Count == 0
                ? "audience claim found in JWT but no audiences bound to the role"
                : "error validating token: invalid audience (aud) claim: audience claim does not match any expected audience";
        }

        var broken = role.BoundClaims.FirstOrDefault(bound => !Holds(bound.Value, Find(token.Claims, bound.Key), role.IsGlob)).Key;
        return broken is null ? null : $"error validating claims: claim \"{broken}\" does not match any associated bound claim values";
    }

    private static bool Holds(JsonNode? wanted, JsonNode? actual, bool isGlob)
    {
        string[] actuals = actual is JsonArray list ? [.. list.Select(static item => item?.ToString() ?? string.Empty)] : actual is null ? [] : [actual.ToString()];
        string[] wanteds = wanted is JsonArray options ? [.. options.Select(static item => item?.ToString() ?? string.Empty)] : [wanted?.ToString() ?? string.Empty];
        return actuals.Any(value => wanteds.Any(pattern => isGlob ? Glob.Matches(pattern, value) : pattern == value));
    }
}
