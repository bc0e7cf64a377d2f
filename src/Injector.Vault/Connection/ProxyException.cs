using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Injector.Vault.Connection;

/// <summary>One word of <c>NO_PROXY</c>, read as Go's HTTP client reads it.</summary>
internal sealed record ProxyException(string Name, IPNetwork? Network, int? Port)
{
    private const string Everything = "*";

    public static ProxyException Parse(string word)
    {
        if (IPNetwork.TryParse(word, out var network))
        {
            return new ProxyException("", network, null);
        }

        if (AddressOf(word.Trim('[', ']')) is { } address)
        {
            return new ProxyException("", new IPNetwork(address, address.GetAddressBytes().Length * 8), null);
        }

        var colon = word.LastIndexOf(':');
        if (colon > 0 && int.TryParse(word.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            return Parse(word[..colon]) with { Port = port };
        }

        return new ProxyException(word.StartsWith("*.", StringComparison.Ordinal) ? word[1..] : word, null, null);
    }

    public bool Covers(Uri host)
    {
        if (Port is { } port && port != host.Port)
        {
            return false;
        }

        if (Network is { } network)
        {
            return AddressOf(host.IdnHost) is { } address && network.Contains(address);
        }

        // With a dot in front a name means what lies below it, else itself as well.
        return Name == Everything
            || string.Equals(host.IdnHost, Name, StringComparison.OrdinalIgnoreCase)
            || host.IdnHost.EndsWith(Name.StartsWith('.') ? Name : "." + Name, StringComparison.OrdinalIgnoreCase);
    }

    // "10" and "0x7f.1" are addresses to the framework, and names to everybody else.
    private static IPAddress? AddressOf(string text) =>
        IPAddress.TryParse(text, out var address) && (address.AddressFamily == AddressFamily.InterNetworkV6 || text.Count(static letter => letter == '.') == 3) ? address : null;
}
