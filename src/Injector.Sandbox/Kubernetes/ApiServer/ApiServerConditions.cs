using Microsoft.AspNetCore.Http;

namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>What can be wrong with an API server: away, watches interrupted, rights missing.</summary>
public sealed class ApiServerConditions : IDisposable
{
    private CancellationTokenSource _interruption = new();
    private volatile bool _isAway;

    /// <summary>What <c>/version</c> reports.</summary>
    public string Version { get; set; } = "v1.36.2";

    /// <summary>The rights of every caller; null: everything is allowed.</summary>
    public IReadOnlyList<ApiGrant>? Grants { get; set; }

    /// <summary>The token callers must show; null: none.</summary>
    public string? Token { get; set; }

    /// <summary>Whether connections are dropped without an answer.</summary>
    public bool IsAway
    {
        get => _isAway;
        set
        {
            _isAway = value;
            if (value)
            {
                InterruptWatches();
            }
        }
    }

    internal CancellationToken Interruption => _interruption.Token;

    /// <summary>Ends all watches that are under way.</summary>
    public void InterruptWatches()
    {
        var former = Interlocked.Exchange(ref _interruption, new CancellationTokenSource());
        former.Cancel();
        former.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => _interruption.Dispose();

    internal void Check(HttpRequest request, ApiRoute route)
    {
        if (Token is { } token && request.Headers.Authorization != $"Bearer {token}")
        {
            throw new ApiFailure(StatusCodes.Status401Unauthorized, "Unauthorized", "Unauthorized");
        }

        // A name cannot restrict a creation: the object has none yet when rights are checked.
        var name = route.Verb == "create" ? null : route.Name;
        if (Grants is { } grants && !grants.Any(grant => grant.Allows(route.Resource, route.Verb, name)))
        {
            throw new ApiFailure(StatusCodes.Status403Forbidden, "Forbidden", $"{route.Resource} \"{route.Name}\" is forbidden: cannot {route.Verb} resource \"{route.Resource}\"");
        }
    }
}
