using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Clock;
using Injector.Sandbox.Vault.Policies;

namespace Injector.Sandbox.Vault.Tokens;

/// <summary>All living tokens. A token that ends takes its children with it.</summary>
internal sealed class TokenStore(TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TokenEntry> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TokenEntry> _byAccessor = new(StringComparer.Ordinal);
    private readonly Dictionary<TokenEntry, Deadline> _deadlines = [];

    /// <summary>Called for every token that has ended, outside the lock.</summary>
    public Action<TokenEntry>? Ended { get; set; }

    /// <summary>Makes a token.</summary>
    /// <param name="grant">What it is to be.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="identity">Whose it is.</param>
    /// <returns>The token and warnings about its TTL.</returns>
    public (TokenEntry Token, IReadOnlyList<string> Warnings) Create(TokenGrant grant, TokenOrigin origin, TokenIdentity identity)
    {
        var now = time.GetUtcNow();
        var parameters = grant.Parameters;
        var policies = Sanitise(grant);
        var rules = new TtlRules
        {
            Mount = origin.Lifetimes,

            // A renewal without an increment gives what the creation gave.
            Ttl = parameters.Ttl > TimeSpan.Zero ? parameters.Ttl : grant.WantedTtl,
            MaxTtl = parameters.MaxTtl,
            Period = parameters.Period,
            ExplicitMaxTtl = parameters.ExplicitMaxTtl,
        };
        var isEternal = policies.Contains(Policy.Root) && grant.WantedTtl == TimeSpan.Zero && parameters.Ttl == TimeSpan.Zero && parameters.Period == TimeSpan.Zero;
        var (ttl, warnings) = isEternal ? (TimeSpan.Zero, []) : rules.Calculate(grant.WantedTtl, now, now);
        var token = new TokenEntry
        {
            Id = new SecretText(grant.Id ?? NewId(parameters.Kind)),
            Accessor = parameters.Kind == TokenKind.Batch ? string.Empty : RandomText.Make(24),
            Grant = grant,
            Path = origin.Path,
            NamespacePath = origin.NamespacePath,
            Policies = policies,
            IdentityPolicies = identity.Policies,
            EntityId = identity.EntityId,
            Rules = rules,
            Created = now,
            CreationTtl = ttl,
            Duration = ttl,
            Expires = isEternal ? null : now + ttl,
            UsesLeft = parameters.NumUses,
        };
        Add(token);
        return (token, warnings);
    }

    /// <summary>Finds a living token.</summary>
    public TokenEntry? Find(SecretText id)
    {
        lock (_lock)
        {
            return _byId.GetValueOrDefault(id.Reveal()) is { } token && IsAlive(token) ? token : null;
        }
    }

    public TokenEntry? FindByAccessor(string accessor)
    {
        lock (_lock)
        {
            return _byAccessor.GetValueOrDefault(accessor) is { } token && IsAlive(token) ? token : null;
        }
    }

    public IReadOnlyList<string> Accessors()
    {
        lock (_lock)
        {
            return [.. _byAccessor.Keys];
        }
    }

    /// <summary>Counts one use of a token with a limited number.</summary>
    /// <returns>Whether this was the last one: the token ends with this request.</returns>
    public bool Use(TokenEntry token)
    {
        lock (_lock)
        {
            return token.UsesLeft > 0 && --token.UsesLeft == 0;
        }
    }

    /// <summary>Renews a token.</summary>
    /// <returns>Warnings, or the fault.</returns>
    public (IReadOnlyList<string> Warnings, string? Fault) Renew(TokenEntry token, TimeSpan increment)
    {
        lock (_lock)
        {
            if (!token.IsRenewable || !IsAlive(token))
            {
                return ([], "lease is not renewable");
            }

            var now = time.GetUtcNow();
            var (ttl, warnings) = token.Rules.Calculate(increment, token.Created, now);
            if (ttl <= TimeSpan.Zero)
            {
                return ([], "past the max TTL, cannot renew");
            }

            token.Duration = ttl;
            token.Expires = now + ttl;
            token.LastRenewal = now;
            _deadlines.GetValueOrDefault(token)?.Set(token.Expires);
            return (warnings, null);
        }
    }

    /// <summary>Ends a token and its children.</summary>
    public void Revoke(TokenEntry token)
    {
        List<TokenEntry> ended = [];
        lock (_lock)
        {
            Remove(token, ended);
        }

        Report(ended);
    }

    /// <summary>Ends a token; its children live on as orphans of nobody.</summary>
    public void RevokeAlone(TokenEntry token)
    {
        List<TokenEntry> ended = [];
        lock (_lock)
        {
            RemoveOne(token, ended);
        }

        Report(ended);
    }

    /// <summary>Ends every token made by a mount, or below a path.</summary>
    public void RevokeByOrigin(string namespacePath, string pathPrefix)
    {
        TokenEntry[] tokens;
        lock (_lock)
        {
            tokens = [.. _byId.Values.Where(token => token.NamespacePath == namespacePath && token.Path.StartsWith(pathPrefix, StringComparison.Ordinal))];
        }

        foreach (var token in tokens)
        {
            Revoke(token);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var deadline in _deadlines.Values)
            {
                deadline.Dispose();
            }

            _deadlines.Clear();
        }
    }

    private static string NewId(TokenKind kind) => kind == TokenKind.Batch ? $"hvb.{RandomText.Make(138)}" : $"hvs.{RandomText.Make(91)}";

    private static IReadOnlyList<string> Sanitise(TokenGrant grant)
    {
        var policies = grant.Parameters.Policies.Select(static policy => policy.ToLowerInvariant()).ToHashSet();
        if (policies.Contains(Policy.Root))
        {
            return [Policy.Root];
        }

        if (!grant.Parameters.NoDefaultPolicy)
        {
            policies.Add(Policy.Default);
        }

        return [.. policies.Order(StringComparer.Ordinal)];
    }

    private void Add(TokenEntry token)
    {
        lock (_lock)
        {
            _byId[token.Id.Reveal()] = token;
            if (token.Accessor.Length > 0)
            {
                _byAccessor[token.Accessor] = token;
            }

            if (token.Expires is { } expires)
            {
                var deadline = new Deadline(time, () => Revoke(token));
                _deadlines[token] = deadline;
                deadline.Set(expires);
            }
        }
    }

    private bool IsAlive(TokenEntry token) => !token.IsRevoked && (token.Expires is not { } expires || expires > time.GetUtcNow());

    private void Remove(TokenEntry token, List<TokenEntry> ended)
    {
        if (!RemoveOne(token, ended))
        {
            return;
        }

        foreach (var child in _byId.Values.Where(one => one.Grant.Parent == token).ToArray())
        {
            Remove(child, ended);
        }
    }

    private bool RemoveOne(TokenEntry token, List<TokenEntry> ended)
    {
        if (token.IsRevoked)
        {
            return false;
        }

        token.IsRevoked = true;
        _byId.Remove(token.Id.Reveal());
        _byAccessor.Remove(token.Accessor);
        if (_deadlines.Remove(token, out var deadline))
        {
            deadline.Dispose();
        }

        ended.Add(token);
        return true;
    }

    private void Report(List<TokenEntry> ended)
    {
        foreach (var token in ended)
        {
            Ended?.Invoke(token);
        }
    }
}
