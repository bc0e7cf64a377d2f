namespace Injector.Templates.Functions.Paths;

/// <summary>Go's <c>url.Parse</c>.</summary>
internal static class UrlParser
{
    /// <summary>Parses an address (in Latin-1 form); null and Go's text when it cannot.</summary>
    public static GoUrl? Parse(string text, out string problem)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var head = hash < 0 ? text : text[..hash];
        if (ParseWithoutFragment(head, out problem) is not { } url)
        {
            problem = $"parse {UrlEscape.Quote(head)}: {problem}";
            return null;
        }

        if (hash < 0)
        {
            return url;
        }

        if (UrlEscape.Unescape(text[(hash + 1)..], UrlPart.Fragment, out problem) is not { } fragment)
        {
            problem = $"parse {UrlEscape.Quote(text)}: {problem}";
            return null;
        }

        return url with { Fragment = fragment };
    }

    private static GoUrl? ParseWithoutFragment(string text, out string problem)
    {
        problem = "net/url: invalid control character in URL";
        if (text.Any(static letter => letter is < ' ' or (char)0x7F))
        {
            return null;
        }

        if (SchemeLength(text, out problem) is not { } schemeLength)
        {
            return null;
        }

        var scheme = schemeLength == 0 ? "" : text[..schemeLength].ToLowerInvariant();
        var rest = schemeLength == 0 ? text : text[(schemeLength + 1)..];
        var forceQuery = rest.EndsWith('?') && rest.IndexOf('?', StringComparison.Ordinal) == rest.Length - 1;
        var question = rest.IndexOf('?', StringComparison.Ordinal);
        var query = question < 0 || forceQuery ? "" : rest[(question + 1)..];
        rest = question < 0 ? rest : rest[..question];
        var url = new GoUrl { Scheme = scheme, RawQuery = query, ForceQuery = forceQuery };
        if (!rest.StartsWith('/'))
        {
            if (scheme.Length > 0)
            {
                return url with { Opaque = rest };
            }

            if (rest.Split('/')[0].Contains(':', StringComparison.Ordinal))
            {
                problem = "first path segment in URL cannot contain colon";
                return null;
            }
        }

        return ParseAuthorityAndPath(url, rest, out problem);
    }

    private static GoUrl? ParseAuthorityAndPath(GoUrl url, string rest, out string problem)
    {
        problem = "";
        if ((url.Scheme.Length > 0 || !rest.StartsWith("///", StringComparison.Ordinal)) && rest.StartsWith("//", StringComparison.Ordinal))
        {
            var slash = rest.IndexOf('/', 2);
            var authority = slash < 0 ? rest[2..] : rest[2..slash];
            rest = slash < 0 ? "" : rest[slash..];
            if (UrlAuthority.Apply(url, authority, out problem) is not { } withAuthority)
            {
                return null;
            }

            url = withAuthority;
        }

        var path = UrlEscape.Unescape(rest, UrlPart.Path, out problem);
        return path is null
            ? null
            : url with { Path = path, RawPath = UrlEscape.Escape(path, UrlPart.Path) == rest ? "" : rest };
    }

    /// <summary>How long the scheme is, 0 without one, null when the address starts with a colon.</summary>
    private static int? SchemeLength(string text, out string problem)
    {
        problem = "";
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiLetter(text[i]))
            {
                continue;
            }

            if (text[i] == ':')
            {
                problem = "missing protocol scheme";
                return i == 0 ? null : i;
            }

            if (i == 0 || !(char.IsAsciiDigit(text[i]) || text[i] is '+' or '-' or '.'))
            {
                return 0;
            }
        }

        return 0;
    }
}
