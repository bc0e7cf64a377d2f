using System.Text;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Yaml;

/// <summary>The order in which yaml.v2 writes the keys of maps: natural for people, with numbers inside texts compared as numbers.</summary>
internal static class YamlKeyOrder
{
    public static int Compare(Value left, Value right)
    {
        if (Number(left) is { } a && Number(right) is { } b && !a.Equals(b))
        {
            return a.CompareTo(b);
        }

        return (left, right) switch
        {
            (TextValue x, TextValue y) => CompareTexts(x.Decode(), y.Decode()),
            _ => KindOrder(left).CompareTo(KindOrder(right)),
        };
    }

    private static double? Number(Value value) => value switch
    {
        IntegerValue { IsUnsigned: true } number => number.Unsigned,
        IntegerValue number => number.Signed,
        FloatValue number => number.Number,
        BoolValue flag => flag.IsTrue ? 1 : 0,
        _ => null,
    };

    private static int KindOrder(Value value) => value switch
    {
        NilValue => 0,
        BoolValue => 1,
        IntegerValue { IsUnsigned: false } => 2,
        IntegerValue => 3,
        FloatValue => 4,
        TextValue => 6,
        _ => 5,
    };

    private static int CompareTexts(string left, string right)
    {
        Rune[] a = [.. left.EnumerateRunes()];
        Rune[] b = [.. right.EnumerateRunes()];
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            if (a[i] != b[i])
            {
                return CompareAt(a, b, i);
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    private static int CompareAt(Rune[] a, Rune[] b, int at)
    {
        var (aIsLetter, bIsLetter) = (Rune.IsLetter(a[at]), Rune.IsLetter(b[at]));
        if (aIsLetter || bIsLetter)
        {
            return aIsLetter && bIsLetter ? a[at].CompareTo(b[at]) : bIsLetter ? -1 : 1;
        }

        // A zero that continues a number must not end it.
        var start = (a[at].Value == '0' || b[at].Value == '0') && FollowsNumber(a, at) ? 1L : 0L;
        var (aNumber, aEnd) = ReadNumber(a, at, start);
        var (bNumber, bEnd) = ReadNumber(b, at, start);
        if (aNumber != bNumber)
        {
            return aNumber.CompareTo(bNumber);
        }

        return aEnd != bEnd ? aEnd.CompareTo(bEnd) : a[at].CompareTo(b[at]);
    }

    private static bool FollowsNumber(Rune[] text, int at)
    {
        for (var i = at - 1; i >= 0 && Rune.IsDigit(text[i]); i--)
        {
            if (text[i].Value != '0')
            {
                return true;
            }
        }

        return false;
    }

    private static (long Number, int End) ReadNumber(Rune[] text, int at, long number)
    {
        for (; at < text.Length && Rune.IsDigit(text[at]); at++)
        {
            number = unchecked(number * 10 + text[at].Value - '0');
        }

        return (number, at);
    }
}
