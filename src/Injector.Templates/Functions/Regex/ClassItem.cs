using System.Globalization;

using Injector.Templates.Functions.Text;

namespace Injector.Templates.Functions.Regex;

/// <summary>One part of a character class: ranges of code points, or general categories; perhaps negated.</summary>
internal sealed class ClassItem(int[] ranges, uint categories, bool negated)
{
    public const int LargestRune = 0x10FFFF;

    /// <summary>Pairs of first and last code point.</summary>
    private readonly int[] _ranges = ranges;

    public static ClassItem Range(int low, int high) => new([low, high], 0, negated: false);

    /// <summary>True if the code point itself, or with <paramref name="fold"/> one of its case orbit, belongs to the item.</summary>
    public bool Contains(int rune, CaseRule fold)
    {
        if (Holds(rune))
        {
            return !negated;
        }

        if (fold == CaseRule.Fold)
        {
            Span<int> others = stackalloc int[3];
            var count = CaseOrbit.Others(rune, others);
            for (var i = 0; i < count; i++)
            {
                if (Holds(others[i]))
                {
                    return !negated;
                }
            }
        }

        return negated;
    }

    private bool Holds(int rune)
    {
        for (var i = 0; i < _ranges.Length; i += 2)
        {
            if (rune >= _ranges[i] && rune <= _ranges[i + 1])
            {
                return true;
            }
        }

        return categories != 0 && (categories >> (int)CharUnicodeInfo.GetUnicodeCategory(rune) & 1) != 0;
    }
}
