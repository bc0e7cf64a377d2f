namespace Injector.Templates.Functions.Paths;

/// <summary>
/// Go's <c>net/url.URL</c>. Parts are kept as byte strings in Latin-1 form, since percent escapes can make any bytes.
/// </summary>
internal sealed record GoUrl
{
    public string Scheme { get; init; } = "";

    public string Opaque { get; init; } = "";

    /// <summary>Null when the address names no user; otherwise name and perhaps password, escaped.</summary>
    public string? User { get; init; }

    public string Host { get; init; } = "";

    public string Path { get; init; } = "";

    /// <summary>The path as written, when that is not the default way to escape it.</summary>
    public string RawPath { get; init; } = "";

    public string RawQuery { get; init; } = "";

    public bool ForceQuery { get; init; }

    public string Fragment { get; init; } = "";

    /// <summary>The host without port and brackets.</summary>
    public string HostName
    {
        get
        {
            var colon = Host.LastIndexOf(':');
            var name = colon >= 0 && Host[(colon + 1)..].All(char.IsAsciiDigit) ? Host[..colon] : Host;
            return name.StartsWith('[') && name.EndsWith(']') ? name[1..^1] : name;
        }
    }

    public override string ToString()
    {
        var text = Scheme.Length > 0 ? Scheme + ":" : "";
        if (Opaque.Length > 0)
        {
            text += Opaque;
        }
        else
        {
            text += AuthorityAndPath(text.Length > 0);
        }

        text += ForceQuery || RawQuery.Length > 0 ? "?" + RawQuery : "";
        return Fragment.Length > 0 ? $"{text}#{UrlEscape.Escape(Fragment, UrlPart.Fragment)}" : text;
    }

    private string AuthorityAndPath(bool hasScheme)
    {
        var text = "";
        if (Scheme.Length > 0 || Host.Length > 0 || User is not null)
        {
            text += Host.Length > 0 || Path.Length > 0 || User is not null ? "//" : "";
            text += User is { } user ? user + "@" : "";
            text += UrlEscape.Escape(Host, UrlPart.Host);
        }

        // A lone star stands for a server as a whole; it is never escaped.
        var path = RawPath.Length > 0 ? RawPath : Path == "*" ? Path : UrlEscape.Escape(Path, UrlPart.Path);
        if (path.Length > 0 && path[0] != '/' && Host.Length > 0)
        {
            text += "/";
        }

        // A colon in the first part would read as a scheme.
        var firstPart = path.Split('/')[0];
        return text.Length == 0 && !hasScheme && firstPart.Contains(':', StringComparison.Ordinal) ? "./" + path : text + path;
    }
}
