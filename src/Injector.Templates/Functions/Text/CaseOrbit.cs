using System.Text;

namespace Injector.Templates.Functions.Text;

/// <summary>Code points that are equal under simple Unicode case folding.</summary>
internal static class CaseOrbit
{
    /// <summary>Orbits with more members than one upper and one lower form, each ended by a zero.</summary>
    private static ReadOnlySpan<int> Wide =>
    [
        'K', 'k', 0x212A, 0, 'S', 's', 0x17F, 0, 0xC5, 0xE5, 0x212B, 0, 0xDF, 0x1E9E, 0, 0x1C4, 0x1C5, 0x1C6, 0,
        0x1C7, 0x1C8, 0x1C9, 0, 0x1CA, 0x1CB, 0x1CC, 0, 0x1F1, 0x1F2, 0x1F3, 0, 0x392, 0x3B2, 0x3D0, 0,
        0x395, 0x3B5, 0x3F5, 0, 0x398, 0x3B8, 0x3D1, 0x3F4, 0, 0x345, 0x399, 0x3B9, 0x1FBE, 0, 0x39A, 0x3BA, 0x3F0, 0,
        0xB5, 0x39C, 0x3BC, 0, 0x3A0, 0x3C0, 0x3D6, 0, 0x3A1, 0x3C1, 0x3F1, 0, 0x3A3, 0x3C2, 0x3C3, 0,
        0x3A6, 0x3C6, 0x3D5, 0, 0x3A9, 0x3C9, 0x2126, 0, 0x412, 0x432, 0x1C80, 0, 0x414, 0x434, 0x1C81, 0,
        0x41E, 0x43E, 0x1C82, 0, 0x421, 0x441, 0x1C83, 0, 0x422, 0x442, 0x1C84, 0x1C85, 0, 0x42A, 0x44A, 0x1C86, 0,
        0x462, 0x463, 0x1C87, 0, 0x1E60, 0x1E61, 0x1E9B, 0, 0x1C88, 0xA64A, 0xA64B, 0,
    ];

    /// <summary>Turkish dotted and dotless i fold only to themselves.</summary>
    private static bool FoldsToItself(int rune) => rune is 0x130 or 0x131;

    /// <summary>Writes the other members of the orbit of <paramref name="rune"/> and returns how many there are (at most three).</summary>
    public static int Others(int rune, Span<int> others)
    {
        if (rune < 0x80 && !char.IsAsciiLetter((char)rune))
        {
            return 0;
        }

        var wide = Wide;
        var start = 0;
        for (var i = 0; i < wide.Length; i++)
        {
            if (wide[i] == rune)
            {
                return CopyOthers(wide[start..], rune, others);
            }

            start = wide[i] == 0 ? i + 1 : start;
        }

        if (FoldsToItself(rune) || !Rune.IsValid(rune))
        {
            return 0;
        }

        var upper = Rune.ToUpperInvariant(new Rune(rune)).Value;
        var other = upper == rune ? Rune.ToLowerInvariant(new Rune(rune)).Value : upper;
        if (other == rune)
        {
            return 0;
        }

        others[0] = other;
        return 1;
    }

    /// <summary>One fixed member of the orbit, so that two members compare equal.</summary>
    public static int Canonical(int rune)
    {
        Span<int> others = stackalloc int[3];
        var count = Others(rune, others);
        for (var i = 0; i < count; i++)
        {
            rune = Math.Min(rune, others[i]);
        }

        return rune;
    }

    private static int CopyOthers(ReadOnlySpan<int> orbit, int rune, Span<int> others)
    {
        var count = 0;
        foreach (var member in orbit)
        {
            if (member == 0)
            {
                break;
            }

            if (member != rune)
            {
                others[count++] = member;
            }
        }

        return count;
    }
}
