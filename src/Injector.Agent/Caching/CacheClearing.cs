using Injector.Agent.Local;

namespace Injector.Agent.Caching;

/// <summary>The request to forget: <c>{"type": …, "value": …}</c>.</summary>
internal static class CacheClearing
{
    private const string Root = "/v1/";

    public static LocalResponse Answer(LocalRequest request, LeaseCache? cache)
    {
        if (request.Method is not ("POST" or "PUT"))
        {
            return LocalResponse.Error(405, "use POST");
        }

        // Where nothing is cached, there is nothing to clear.
        if (cache is null)
        {
            return Done();
        }

        var value = Revocation.Named(request, "value"u8);
        if (Chosen(Revocation.Named(request, "type"u8), value) is not { } chosen)
        {
            return LocalResponse.Error(400, "the type must be request_path, lease, token, token_accessor or all, and needs a value unless it is all");
        }

        cache.Forget(chosen);
        return Done();
    }

    private static Func<CachedAnswer, bool>? Chosen(string? type, string? value) => (type, value) switch
    {
        ("all", _) => static _ => true,
        (_, null or "") => null,
        ("request_path", var path) => answer => answer.Path.StartsWith(path.StartsWith(Root, StringComparison.Ordinal) ? path : Root + path.TrimStart('/'), StringComparison.Ordinal),
        ("lease", var lease) => answer => answer.Life.LeaseId == lease,
        ("token", var token) => Revocation.Belongs(token),
        ("token_accessor", var accessor) => answer => answer.Life.Accessor == accessor,
        _ => null,
    };

    private static LocalResponse Done() => new(200, "application/json", default);
}
