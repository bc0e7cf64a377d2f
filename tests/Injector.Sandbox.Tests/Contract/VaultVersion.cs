using System.Globalization;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>
/// A server's version, as far as cases tell versions apart. OpenBao began as Vault 1.14 and counts from 2.0: plain order puts it behind every Vault it
/// descends from. What Vault got after 1.14 cannot be asked for in this way.
/// </summary>
internal readonly record struct VaultVersion(int Major, int Minor)
{
    /// <summary>The newest version that Vault and OpenBao share.</summary>
    public static readonly VaultVersion LastShared = new(1, 14);

    /// <summary>Reads "1.8.12", "1.15.2+ent" or "2.6.0-beta1"; null: no version.</summary>
    public static VaultVersion? TryParse(string? text)
    {
        var parts = (text ?? string.Empty).Split('-', '+')[0].Split('.');
        return parts.Length > 1 && TryNumber(parts[0], out var major) && TryNumber(parts[1], out var minor) ? new VaultVersion(major, minor) : null;
    }

    public bool IsAtLeast(VaultVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor)) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
