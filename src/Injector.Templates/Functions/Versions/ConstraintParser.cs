namespace Injector.Templates.Functions.Versions;

/// <summary>Reads constraints: comparisons joined by commas or blanks (and), and by <c>||</c> (or); <c>1.2 - 2.0</c> is a range.</summary>
internal static class ConstraintParser
{
    private static readonly char[] Blanks = ['\t', '\n', '\f', '\r', ' '];

    private static readonly string[] Operators = ["!=", ">=", "=>", "<=", "=<", "~>", "=", ">", "<", "~", "^"];

    /// <summary>The alternatives, each a list that must hold as a whole; null and a text when it cannot be read.</summary>
    public static List<List<VersionConstraint>>? Parse(string text, out string problem)
    {
        problem = "";
        var alternatives = new List<List<VersionConstraint>>();
        foreach (var part in RewriteRanges(text).Split("||"))
        {
            if (ParseAll(part, out var hasBadVersion) is not { } constraints)
            {
                problem = hasBadVersion ? "constraint Parser Error" : "improper constraint: " + part;
                return null;
            }

            alternatives.Add(constraints);
        }

        return alternatives;
    }

    // A version may have the right form and still be none: with a number that does not fit, or a zero in front of one.
    private static List<VersionConstraint>? ParseAll(string text, out bool hasBadVersion)
    {
        hasBadVersion = false;
        var constraints = new List<VersionConstraint>();
        var rest = text.Trim(Blanks);
        while (rest.Length > 0)
        {
            var name = Array.Find(Operators, candidate => rest.StartsWith(candidate, StringComparison.Ordinal)) ?? "";
            var bound = rest[name.Length..].TrimStart(Blanks);
            if (!VersionPattern.TryMatch(bound, wildcards: true, out var parts))
            {
                hasBadVersion = false;
                return null;
            }

            if (Make(name, parts) is { } constraint)
            {
                constraints.Add(constraint);
            }
            else
            {
                hasBadVersion = true;
            }

            var after = bound[parts.Length..];
            rest = after.TrimStart(Blanks);
            var hasComma = rest.StartsWith(',');
            if (rest.Length > 0 && !hasComma && after.Length == rest.Length && Array.TrueForAll(Operators, candidate => !rest.StartsWith(candidate, StringComparison.Ordinal)))
            {
                hasBadVersion = false;
                return null;
            }

            rest = hasComma ? rest[1..].TrimStart(Blanks) : rest;
            if (hasComma && rest.Length == 0)
            {
                hasBadVersion = false;
                return null;
            }
        }

        return constraints.Count > 0 && !hasBadVersion ? constraints : null;
    }

    private static VersionConstraint? Make(string name, VersionPattern parts)
    {
        var suffix = parts.Prerelease.Length > 0 ? "-" + parts.Prerelease : "";
        var (version, anyMinor, anyPatch, isPartial) = ($"{parts.Major}.{parts.Minor}.{parts.Patch}{suffix}", false, false, false);
        if (IsWildcard(parts.Major))
        {
            (version, isPartial) = ("0.0.0" + suffix, true);
        }
        else if (IsWildcard(parts.Minor))
        {
            (version, anyMinor, isPartial) = ($"{parts.Major}.0.0{suffix}", true, true);
        }
        else if (IsWildcard(parts.Patch))
        {
            (version, anyPatch, isPartial) = ($"{parts.Major}.{parts.Minor}.0{suffix}", true, true);
        }

        return SemanticVersion.Parse(version, out _) is { } bound ? new VersionConstraint(name, bound, anyMinor, anyPatch, isPartial) : null;
    }

    private static bool IsWildcard(string part) => part is "" or "x" or "X" or "*";

    /// <summary>Turns every range into two comparisons; blanks around a range go with it, and one takes the place of those behind it.</summary>
    private static string RewriteRanges(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var from = SkipBlanks(text, start);
            if (VersionPattern.TryMatch(text[from..], wildcards: true, out var low)
                && Dash(text, from + low.Length) is { } to
                && VersionPattern.TryMatch(text[to..], wildcards: true, out var high))
            {
                var end = to + high.Length;
                var comparisons = $">= {text.AsSpan(from, low.Length)}, <= {text.AsSpan(to, high.Length)} ";
                text = $"{text[..start]}{comparisons}{text[SkipBlanks(text, end)..]}";
                start += comparisons.Length - 1;
            }
        }

        return text;
    }

    /// <summary>Where the text goes on after a hyphen with blanks on both sides; null when there is none.</summary>
    private static int? Dash(string text, int position)
    {
        var dash = SkipBlanks(text, position);
        if (dash == position || dash == text.Length || text[dash] != '-')
        {
            return null;
        }

        var after = SkipBlanks(text, dash + 1);
        return after > dash + 1 ? after : null;
    }

    private static int SkipBlanks(string text, int position)
    {
        var length = text.AsSpan(position).IndexOfAnyExcept(Blanks);
        return length < 0 ? text.Length : position + length;
    }
}
