using System.Globalization;

namespace Injector.Agent.Caching;

/// <summary>What the headers of a proxied answer say about the cache.</summary>
internal static class CacheHeaders
{
    private const string Name = "X-Cache";

    public static (string Name, string Value) Miss => (Name, "MISS");

    public static IReadOnlyList<(string Name, string Value)> Hit(TimeSpan age) =>
        [(Name, "HIT"), ("Age", ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture))];
}
