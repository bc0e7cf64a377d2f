using System.Text;

namespace Injector.Templates.Functions.Regex;

/// <summary>Perl escapes (<c>\d</c>) and POSIX names (<c>[:alpha:]</c>): ASCII only, as in RE2.</summary>
internal static class NamedClasses
{
    /// <summary>The class of <c>\d \D \s \S \w \W</c>, or null.</summary>
    public static ClassItem? Perl(byte letter) => letter switch
    {
        (byte)'d' => Item(Digits, negated: false),
        (byte)'D' => Item(Digits, negated: true),
        (byte)'s' => Item(Spaces, negated: false),
        (byte)'S' => Item(Spaces, negated: true),
        (byte)'w' => Item(Words, negated: false),
        (byte)'W' => Item(Words, negated: true),
        _ => null,
    };

    /// <summary>The class of a name between <c>[:</c> and <c>:]</c>, or null.</summary>
    public static ClassItem? Posix(ReadOnlySpan<byte> name)
    {
        var negated = name.StartsWith("^"u8);
        int[]? ranges = Encoding.ASCII.GetString(negated ? name[1..] : name) switch
        {
            "alnum" => ['0', '9', 'A', 'Z', 'a', 'z'],
            "alpha" => ['A', 'Z', 'a', 'z'],
            "ascii" => [0, 0x7F],
            "blank" => ['\t', '\t', ' ', ' '],
            "cntrl" => [0, 0x1F, 0x7F, 0x7F],
            "digit" => Digits,
            "graph" => ['!', '~'],
            "lower" => ['a', 'z'],
            "print" => [' ', '~'],
            "punct" => ['!', '/', ':', '@', '[', '`', '{', '~'],
            "space" => ['\t', '\r', ' ', ' '],
            "upper" => ['A', 'Z'],
            "word" => Words,
            "xdigit" => ['0', '9', 'A', 'F', 'a', 'f'],
            _ => null,
        };
        return ranges is null ? null : Item(ranges, negated);
    }

    private static int[] Digits => ['0', '9'];

    private static int[] Spaces => ['\t', '\n', '\f', '\r', ' ', ' '];

    private static int[] Words => ['0', '9', 'A', 'Z', '_', '_', 'a', 'z'];

    private static ClassItem Item(int[] ranges, bool negated) => new(ranges, 0, negated);
}
