using System.Globalization;
using System.Net;

namespace Injector.Vault.Connection;

/// <summary>One word of <c>NO_PROXY</c>.</summary>
internal sealed record ProxyException(string Name, IPNetwork? Network, int? Port)
{
    public static ProxyException Parse(string word)
    {
        if (IPNetwork.TryParse(word, out var network))
        {
            return new ProxyException("", network, null);
        }

        if (IPAddress.TryParse(word.Trim('[', ']'), out var address))
        {
            return new ProxyException("", Single(address), null);
        }

        var colon = word.LastIndexOf(':');
        if (colon > 0 && int.TryParse(word.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            return Parse(word[..colon]) with { Port = port };
        }

        return new ProxyException(word.TrimStart('*'), null, null);
    }

    public bool Covers(Uri host)
    {
        if (Port is { } port && port != host.Port)
        {
            return false;
        }

        if (Network is { } network)
        {
            return IPAddress.TryParse(host.IdnHost, out var address) && network.Contains(address);
        }

        return Name.Length == 0
            || string.Equals(host.IdnHost, Name.TrimStart('.'), StringComparison.OrdinalIgnoreCase)
            || host.IdnHost.EndsWith(Name.StartsWith('.') ? Name : "." + Name, StringComparison.OrdinalIgnoreCase);
    }

    private static IPNetwork Single(IPAddress address) => new(address, address.GetAddressBytes().Length * 8);
}
