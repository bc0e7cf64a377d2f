using System.Globalization;

namespace Injector.Templates.Functions.Versions;

/// <summary>A semantic version, read leniently: a leading v and missing parts are allowed.</summary>
internal sealed record SemanticVersion(ulong Major, ulong Minor, ulong Patch, string Prerelease, string Metadata, string Original)
    : IComparable<SemanticVersion>
{
    public const string Invalid = "Invalid Semantic Version";

    /// <summary>Parses a version; null and a text when it is none.</summary>
    public static SemanticVersion? Parse(string text, out string problem)
    {
        problem = Invalid;
        if (!VersionPattern.TryMatch(text, wildcards: false, out var parts) || parts.Length != text.Length)
        {
            return null;
        }

        return Fits(parts.Major, out var major, ref problem) && Fits(parts.Minor, out var minor, ref problem)
            && Fits(parts.Patch, out var patch, ref problem) && PartsAreValid(parts.Prerelease, ref problem)
            ? new SemanticVersion(major, minor, patch, parts.Prerelease, parts.Metadata, text)
            : null;
    }

    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = Major.CompareTo(other.Major);
        order = order != 0 ? order : Minor.CompareTo(other.Minor);
        order = order != 0 ? order : Patch.CompareTo(other.Patch);
        return order != 0 ? order : ComparePrereleases(Prerelease, other.Prerelease);
    }

    /// <summary>A version without a prerelease part is the later one.</summary>
    public static int ComparePrereleases(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return right.Length.CompareTo(0) - left.Length.CompareTo(0);
        }

        var (a, b) = (left.Split('.'), right.Split('.'));
        for (var i = 0; i < Math.Max(a.Length, b.Length); i++)
        {
            var order = ComparePart(i < a.Length ? a[i] : "", i < b.Length ? b[i] : "");
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    public SemanticVersion NextMajor() => Release(Major + 1, 0, 0);

    public SemanticVersion NextMinor() => Release(Major, Minor + 1, 0);

    /// <summary>The release of a prerelease; otherwise the next patch.</summary>
    public SemanticVersion NextPatch() => Release(Major, Minor, Prerelease.Length > 0 ? Patch : Patch + 1);

    public override string ToString()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");
        text += Prerelease.Length > 0 ? "-" + Prerelease : "";
        return Metadata.Length > 0 ? $"{text}+{Metadata}" : text;
    }

    private SemanticVersion Release(ulong major, ulong minor, ulong patch)
    {
        var release = new SemanticVersion(major, minor, patch, "", "", "");
        return release with { Original = (Original.StartsWith('v') ? "v" : "") + release };
    }

    private static int ComparePart(string left, string right)
    {
        if (left == right)
        {
            return 0;
        }

        if (left.Length == 0 || right.Length == 0)
        {
            return left.Length == 0 ? -1 : 1;
        }

        var (leftIsNumber, rightIsNumber) = (TryNumber(left, out var a), TryNumber(right, out var b));
        if (leftIsNumber != rightIsNumber)
        {
            return leftIsNumber ? -1 : 1;
        }

        return leftIsNumber ? a.CompareTo(b) : Math.Sign(string.CompareOrdinal(left, right));
    }

    private static bool TryNumber(string text, out ulong number)
    {
        number = 0;
        return text.Length == 0 || ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static bool Fits(string text, out ulong number, ref string problem)
    {
        if (TryNumber(text, out number))
        {
            return true;
        }

        problem = $"Error parsing version segment: strconv.ParseUint: parsing \"{text}\": value out of range";
        return false;
    }

    private static bool PartsAreValid(string prerelease, ref string problem)
    {
        foreach (var part in prerelease.Split('.'))
        {
            if (part.Length > 1 && part[0] == '0' && part.All(char.IsAsciiDigit))
            {
                problem = "Version segment starts with 0";
                return false;
            }
        }

        return true;
    }
}
