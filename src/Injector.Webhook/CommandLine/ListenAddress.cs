using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace Injector.Webhook.CommandLine;

/// <summary>Listener addresses as Go writes them: <c>:8080</c>, <c>0.0.0.0:8080</c>, <c>[::1]:8080</c>, <c>localhost:8080</c>.</summary>
internal static class ListenAddress
{
    public const string Form = "an address such as ':8080' or '127.0.0.1:8080'";

    public static bool TryParse(string text, [NotNullWhen(true)] out IPEndPoint? endpoint)
    {
        endpoint = null;
        var colon = text.LastIndexOf(':');
        if (colon < 0 || !ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            return false;
        }

        var host = text[..colon];
        if (host is ['[', .., ']'])
        {
            host = host[1..^1];
        }
        else if (host.Contains(':', StringComparison.Ordinal))
        {
            return false;
        }

        var address = host switch
        {
            "" => IPAddress.IPv6Any,
            "localhost" => IPAddress.Loopback,
            _ => IPAddress.TryParse(host, out var parsed) ? parsed : null,
        };
        endpoint = address is null ? null : new IPEndPoint(address, port);
        return endpoint is not null;
    }
}
