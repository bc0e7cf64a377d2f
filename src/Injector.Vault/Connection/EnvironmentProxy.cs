using System.Net;

namespace Injector.Vault.Connection;

/// <summary>
/// The proxy of the standard variables with the exceptions Kubernetes users write into <c>NO_PROXY</c>: <c>*</c>, names (with their sub domains),
/// <c>.suffix</c> (sub domains only), addresses, networks such as <c>10.0.0.0/8</c>, each with an optional port. Loopback is never proxied.
/// </summary>
internal sealed class EnvironmentProxy(Uri proxy, IReadOnlyList<ProxyException> exceptions) : IWebProxy
{
    private static readonly ProxyException[] Loopback =
        [ProxyException.Parse("localhost"), ProxyException.Parse("127.0.0.0/8"), ProxyException.Parse("::1")];

    public ICredentials? Credentials { get; set; } = CredentialsOf(proxy);

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy;

    public bool IsBypassed(Uri host)
    {
        foreach (var exception in exceptions)
        {
            if (exception.Covers(host))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words of <c>NO_PROXY</c>, and loopback.</summary>
    public static IReadOnlyList<ProxyException> ParseExceptions(string text) =>
        [.. Loopback, .. text.Split([',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ProxyException.Parse)];

    private static NetworkCredential? CredentialsOf(Uri proxy)
    {
        var parts = proxy.UserInfo.Split(':', 2);
        return parts[0].Length == 0 ? null : new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
    }
}
