using System.Text.Json;
using Injector.Agent.Local;
using Injector.Contracts.Secrecy;
using Injector.Vault;

namespace Injector.Agent.Caching;

/// <summary>Which cached answers a request that succeeded has ended.</summary>
internal static class Revocation
{
    // A namespace may stand in front, so these are looked for anywhere in a path.
    private static readonly string[] ByPrefix = ["/sys/leases/revoke-prefix/", "/sys/leases/revoke-force/", "/sys/revoke-prefix/", "/sys/revoke-force/"];
    private static readonly string[] ByLease = ["/sys/leases/revoke", "/sys/revoke"];

    public static Func<CachedAnswer, bool>? Of(LocalRequest request, SecretText token)
    {
        if (request.Method is not ("PUT" or "POST") || !request.Path.Contains("revoke", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var prefix in ByPrefix)
        {
            if (request.Path.IndexOf(prefix, StringComparison.Ordinal) is var at and >= 0)
            {
                var below = Uri.UnescapeDataString(request.Path[(at + prefix.Length)..]);
                return answer => answer.Life.LeaseId.StartsWith(below, StringComparison.Ordinal);
            }
        }

        foreach (var path in ByLease)
        {
            if (request.Path.IndexOf(path, StringComparison.Ordinal) is var at and >= 0)
            {
                var named = Uri.UnescapeDataString(request.Path[(at + path.Length)..].TrimStart('/'));
                var lease = named.Length > 0 ? named : Named(request, "lease_id"u8);
                return answer => answer.Life.LeaseId.Length > 0 && answer.Life.LeaseId == lease;
            }
        }

        return OfToken(request, token);
    }

    private static Func<CachedAnswer, bool>? OfToken(LocalRequest request, SecretText token)
    {
        if (request.Path.EndsWith("/auth/token/revoke-self", StringComparison.Ordinal))
        {
            return Belongs(token.Reveal());
        }

        if (request.Path.EndsWith("/auth/token/revoke-accessor", StringComparison.Ordinal))
        {
            var accessor = Named(request, "accessor"u8);
            return answer => answer.Life.Accessor.Length > 0 && answer.Life.Accessor == accessor;
        }

        return request.Path.EndsWith("/auth/token/revoke", StringComparison.Ordinal) || request.Path.EndsWith("/auth/token/revoke-orphan", StringComparison.Ordinal)
            ? Belongs(Named(request, "token"u8))
            : null;
    }

    /// <summary>Answers that gave this token, and those that it was used for: they end with it.</summary>
    public static Func<CachedAnswer, bool> Belongs(string? token) =>
        answer => token is { Length: > 0 } && (answer.Life.Issued?.Reveal() == token || answer.Token.Reveal() == token);

    /// <summary>A text of a request's body; null: there is none.</summary>
    public static string? Named(LocalRequest request, ReadOnlySpan<byte> name)
    {
        try
        {
            using var document = JsonDocument.Parse(request.Body);
            return document.RootElement.Text(name);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
