using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Routing;

/// <summary>
/// One path of a backend: literal segments, <c>{name}</c> for one segment, <c>{name*}</c> at the end for the rest (which may be empty).
/// </summary>
internal sealed class Route(string pattern)
{
    private readonly string[] _segments = pattern.Split('/');
    private readonly Dictionary<VaultOperation, Func<VaultCall, CancellationToken, ValueTask<VaultReply>>> _handlers = [];

    public RouteAccess Access { get; init; } = RouteAccess.Token;

    /// <summary>Whether a write would change something existing; decides between <c>create</c> and <c>update</c>. Null: always an update.</summary>
    public Func<VaultCall, bool>? Exists { get; init; }

    public Route On(VaultOperation operation, Func<VaultCall, VaultReply> handler)
    {
        _handlers[operation] = (call, _) => ValueTask.FromResult(handler(call));
        return this;
    }

    public Route OnAsync(VaultOperation operation, Func<VaultCall, CancellationToken, ValueTask<VaultReply>> handler)
    {
        _handlers[operation] = handler;
        return this;
    }

    public ValueTask<VaultReply> HandleAsync(VaultCall call, CancellationToken cancellationToken) =>
        _handlers.TryGetValue(call.Request.Operation, out var handler) ? handler(call, cancellationToken) : ValueTask.FromResult(Refusals.UnsupportedOperation);

    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        var parts = path.Split('/');
        var captures = new Dictionary<string, string>();
        for (var at = 0; at < _segments.Length; at++)
        {
            var segment = _segments[at];
            if (segment.EndsWith("*}", StringComparison.Ordinal))
            {
                captures[segment[1..^2]] = at < parts.Length ? string.Join('/', parts[at..]) : string.Empty;
                return captures;
            }

            if (at >= parts.Length || !MatchOne(segment, parts[at], captures))
            {
                return null;
            }
        }

        return parts.Length == _segments.Length ? captures : null;
    }

    private static bool MatchOne(string segment, string part, Dictionary<string, string> captures)
    {
        if (!segment.StartsWith('{'))
        {
            return segment == part;
        }

        captures[segment[1..^1]] = part;
        return part.Length > 0;
    }
}
