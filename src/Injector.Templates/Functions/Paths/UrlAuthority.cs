namespace Injector.Templates.Functions.Paths;

/// <summary>The part of an address between the slashes: user, host and port.</summary>
internal static class UrlAuthority
{
    public static GoUrl? Apply(GoUrl url, string authority, out string problem)
    {
        var at = authority.LastIndexOf('@');
        var host = at < 0 ? authority : authority[(at + 1)..];
        if (ParseHost(host, out problem) is not { } parsedHost)
        {
            return null;
        }

        if (at < 0)
        {
            return url with { Host = parsedHost };
        }

        return ParseUser(authority[..at], out problem) is { } user ? url with { Host = parsedHost, User = user } : null;
    }

    private static string? ParseUser(string text, out string problem)
    {
        problem = "net/url: invalid userinfo";
        if (text.Any(static letter => !char.IsAsciiLetterOrDigit(letter) && !"-._:~!$&'()*+,;=%@".Contains(letter, StringComparison.Ordinal)))
        {
            return null;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = UrlEscape.Unescape(colon < 0 ? text : text[..colon], UrlPart.User, out problem);
        if (name is null)
        {
            return null;
        }

        var escapedName = UrlEscape.Escape(name, UrlPart.User);
        if (colon < 0)
        {
            return escapedName;
        }

        return UrlEscape.Unescape(text[(colon + 1)..], UrlPart.User, out problem) is { } password
            ? $"{escapedName}:{UrlEscape.Escape(password, UrlPart.User)}"
            : null;
    }

    private static string? ParseHost(string host, out string problem)
    {
        problem = "";
        var colon = host.LastIndexOf(':');
        if (host.StartsWith('['))
        {
            var bracket = host.LastIndexOf(']');
            if (bracket < 0)
            {
                problem = "missing ']' in host";
                return null;
            }

            colon = bracket + 1 < host.Length ? bracket + 1 : -1;
        }

        if (colon >= 0 && (host[colon] != ':' || !host[(colon + 1)..].All(char.IsAsciiDigit)))
        {
            problem = $"invalid port {UrlEscape.Quote(host[colon..])} after host";
            return null;
        }

        return UrlEscape.Unescape(host, UrlPart.Host, out problem);
    }
}
