namespace Injector.Templates.Functions.Versions;

/// <summary>The parts of a version at the start of a text.</summary>
internal readonly record struct VersionPattern(string Major, string Minor, string Patch, string Prerelease, string Metadata, int Length)
{
    /// <summary>Matches <c>v1.2.3-pre+meta</c> with everything after the first number optional; with wildcards x, X and * stand for numbers.</summary>
    public static bool TryMatch(string text, bool wildcards, out VersionPattern parts)
    {
        var position = text.StartsWith('v') ? 1 : 0;
        var major = Number(text, ref position, wildcards);
        var minor = major.Length > 0 ? Dotted(text, ref position, wildcards) : "";
        var patch = minor.Length > 0 ? Dotted(text, ref position, wildcards) : "";
        var prerelease = major.Length > 0 ? Identifiers(text, ref position, '-') : "";
        var metadata = major.Length > 0 ? Identifiers(text, ref position, '+') : "";
        parts = new VersionPattern(major, minor, patch, prerelease, metadata, position);
        return major.Length > 0;
    }

    private static string Number(string text, ref int position, bool wildcards)
    {
        var end = position;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (wildcards && text[end] is 'x' or 'X' or '*' or '|')))
        {
            end++;
        }

        var number = text[position..end];
        position = end;
        return number;
    }

    private static string Dotted(string text, ref int position, bool wildcards)
    {
        var after = position + 1;
        if (position >= text.Length || text[position] != '.' || Number(text, ref after, wildcards) is not { Length: > 0 } number)
        {
            return "";
        }

        position = after;
        return number;
    }

    private static string Identifiers(string text, ref int position, char mark)
    {
        if (position >= text.Length || text[position] != mark)
        {
            return "";
        }

        // Identifiers of letters, digits and hyphens with single dots between them.
        var end = position + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '-'
            || (text[end] == '.' && end > position + 1 && end + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[end + 1]) || text[end + 1] == '-'))))
        {
            end++;
        }

        var identifiers = text[(position + 1)..end];
        position = identifiers.Length > 0 ? end : position;
        return identifiers;
    }
}
