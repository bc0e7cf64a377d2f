namespace Injector.Templates.Functions.Versions;

/// <summary>One comparison such as <c>>=1.2</c> or <c>~2.x</c>.</summary>
internal sealed record VersionConstraint(string Operator, SemanticVersion Bound, bool AnyMinor, bool AnyPatch, bool IsPartial)
{
    /// <summary>Whether a version fits. Prereleases fit only constraints that name one.</summary>
    public bool Allows(SemanticVersion version) => !(version.Prerelease.Length > 0 && Bound.Prerelease.Length == 0 && (IsPartial || Operator != "!="))
        && Operator switch
        {
            "!=" => IsDifferent(version),
            ">" => IsGreater(version),
            "<" => version.CompareTo(Bound) < 0,
            ">=" or "=>" => version.CompareTo(Bound) >= 0,
            "<=" or "=<" => IsAtMost(version),
            "~" or "~>" => IsNear(version),
            "^" => IsCompatible(version),
            _ => IsPartial ? IsNear(version) : version.CompareTo(Bound) == 0,
        };

    private bool IsDifferent(SemanticVersion version)
    {
        if (!IsPartial)
        {
            return version.CompareTo(Bound) != 0;
        }

        if (version.Major != Bound.Major)
        {
            return true;
        }

        if (version.Minor != Bound.Minor && !AnyMinor)
        {
            return true;
        }

        return !AnyMinor && (AnyPatch ? version.Prerelease != Bound.Prerelease : version.CompareTo(Bound) != 0);
    }

    private bool IsGreater(SemanticVersion version)
    {
        if (!IsPartial || version.Major != Bound.Major)
        {
            return IsPartial ? version.Major > Bound.Major : version.CompareTo(Bound) > 0;
        }

        if (AnyMinor)
        {
            return false;
        }

        return AnyPatch ? version.Minor > Bound.Minor : version.CompareTo(Bound) > 0;
    }

    private bool IsAtMost(SemanticVersion version) => IsPartial
        ? version.Major < Bound.Major || (version.Major == Bound.Major && (version.Minor <= Bound.Minor || AnyMinor))
        : version.CompareTo(Bound) <= 0;

    private bool IsNear(SemanticVersion version)
    {
        if (version.CompareTo(Bound) < 0)
        {
            return false;
        }

        if (Bound is { Major: 0, Minor: 0, Patch: 0 } && !AnyMinor && !AnyPatch)
        {
            return true;
        }

        return version.Major == Bound.Major && (version.Minor == Bound.Minor || AnyMinor);
    }

    private bool IsCompatible(SemanticVersion version)
    {
        if (version.CompareTo(Bound) < 0)
        {
            return false;
        }

        if (Bound.Major > 0 || AnyMinor)
        {
            return version.Major == Bound.Major;
        }

        if (version.Major > 0)
        {
            return false;
        }

        if (Bound.Minor > 0 || AnyPatch)
        {
            return version.Minor == Bound.Minor;
        }

        return version.Minor == 0 && version.Patch == Bound.Patch;
    }
}
