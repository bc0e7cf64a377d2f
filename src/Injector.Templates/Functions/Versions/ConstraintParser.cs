namespace Injector.Templates.Functions.Versions;

/// <summary>Reads constraints: comparisons joined by commas or blanks (and), and by <c>||</c> (or); <c>1.2 - 2.0</c> is a range.</summary>
internal static class ConstraintParser
{
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
        var rest = text.Trim();
        while (rest.Length > 0)
        {
            var name = Array.Find(Operators, candidate => rest.StartsWith(candidate, StringComparison.Ordinal)) ?? "";
            var bound = rest[name.Length..].TrimStart();
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
            rest = after.TrimStart();
            var hasComma = rest.StartsWith(',');
            if (rest.Length > 0 && !hasComma && after.Length == rest.Length && Array.TrueForAll(Operators, candidate => !rest.StartsWith(candidate, StringComparison.Ordinal)))
            {
                hasBadVersion = false;
                return null;
            }

            rest = hasComma ? rest[1..].TrimStart() : rest;
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

    private static string RewriteRanges(string text)
    {
        var dash = text.IndexOf(" - ", StringComparison.Ordinal);
        while (dash >= 0)
        {
            var left = text[..dash].TrimEnd();
            var start = left.LastIndexOfAny([' ', ',', '|']) + 1;
            var right = text[(dash + 3)..].TrimStart();
            if (!VersionPattern.TryMatch(right, wildcards: true, out var end))
            {
                return text;
            }

            text = $"{left[..start]}>= {left[start..]}, <= {right[..end.Length]}{right[end.Length..]}";
            dash = text.IndexOf(" - ", StringComparison.Ordinal);
        }

        return text;
    }
}
