namespace Injector.Sandbox.Vault.Routing;

/// <summary>The paths of a backend; the first match wins.</summary>
internal sealed class RouteTable(params IReadOnlyList<Route> routes)
{
    /// <summary>Finds the route of a path below the mount. A slash at the end says only that the caller lists.</summary>
    public (Route Route, IReadOnlyDictionary<string, string> Captures)? Find(string relativePath)
    {
        var path = relativePath.TrimEnd('/');
        foreach (var route in routes)
        {
            if (route.Match(path) is { } captures)
            {
                return (route, captures);
            }
        }

        return null;
    }
}
