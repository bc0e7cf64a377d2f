using System.Globalization;

namespace Injector.Contracts.Injection;

/// <summary>Major and minor version of a Kubernetes component.</summary>
/// <param name="Major">For example 1.</param>
/// <param name="Minor">For example 36.</param>
public readonly record struct KubernetesVersion(int Major, int Minor) : IComparable<KubernetesVersion>
{
    /// <summary>Reads <c>v1.36.2</c>, <c>1.36</c>, <c>v1.29.3-gke.100</c> or <c>1.28+</c>.</summary>
    /// <param name="text">The version as the component reports it.</param>
    /// <param name="version">The version, when the text is one.</param>
    /// <returns>Whether the text is a version.</returns>
    public static bool TryParse(string? text, out KubernetesVersion version)
    {
        version = default;
        var parts = (text ?? string.Empty).TrimStart('v').Split('.', 3);
        if (parts.Length < 2)
        {
            return false;
        }

        var digits = parts[1].AsSpan();
        var length = digits.IndexOfAnyExceptInRange('0', '9');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            || !int.TryParse(length < 0 ? digits : digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var minor))
        {
            return false;
        }

        version = new KubernetesVersion(major, minor);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(KubernetesVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <summary>Whether the left version is older.</summary>
    /// <param name="left">A version.</param>
    /// <param name="right">Another version.</param>
    /// <returns>True when <paramref name="left"/> is older.</returns>
    public static bool operator <(KubernetesVersion left, KubernetesVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left version is newer.</summary>
    /// <param name="left">A version.</param>
    /// <param name="right">Another version.</param>
    /// <returns>True when <paramref name="left"/> is newer.</returns>
    public static bool operator >(KubernetesVersion left, KubernetesVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left version is older or the same.</summary>
    /// <param name="left">A version.</param>
    /// <param name="right">Another version.</param>
    /// <returns>True when <paramref name="left"/> is not newer.</returns>
    public static bool operator <=(KubernetesVersion left, KubernetesVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left version is newer or the same.</summary>
    /// <param name="left">A version.</param>
    /// <param name="right">Another version.</param>
    /// <returns>True when <paramref name="left"/> is not older.</returns>
    public static bool operator >=(KubernetesVersion left, KubernetesVersion right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
