using Injector.Agent.Local;

namespace Injector.Agent.Caching;

/// <summary>Requests that renew. Their answers look like leases, but the one who asks wants a longer life each time, not the news of the last time.</summary>
internal static class Renewals
{
    // A namespace may stand in front of each.
    private static readonly string[] Ends = ["/auth/token/renew", "/auth/token/renew-self", "/auth/token/renew-accessor", "/sys/leases/renew", "/sys/renew"];
    private static readonly string[] Parents = ["/auth/token/renew/", "/sys/leases/renew/", "/sys/renew/"];

    public static bool Contains(LocalRequest request) =>
        Ends.Any(end => request.Path.EndsWith(end, StringComparison.Ordinal)) || Parents.Any(parent => request.Path.Contains(parent, StringComparison.Ordinal));
}
