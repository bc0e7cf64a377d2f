using System.Globalization;
using System.Text;

namespace Injector.Templates.Functions.Regex;

/// <summary>Parser of <c>(?P&lt;name&gt;</c>, <c>(?&lt;name&gt;</c>, <c>(?flags)</c> and <c>(?flags:</c>.</summary>
internal readonly record struct GroupSyntax(GroupKind Kind, PatternFlags Flags, string Name)
{
    public static GroupSyntax Parse(PatternReader reader, PatternFlags flags)
    {
        var start = reader.Position;
        var rest = reader.Rest;
        if (rest.Length > 4 && rest[2] == 'P' && rest[3] == '<')
        {
            return ParseName(reader, flags, start + 4);
        }

        if (rest.Length > 3 && rest[2] == '<')
        {
            return ParseName(reader, flags, start + 3);
        }

        reader.Position += 2;
        return ParseFlags(reader, flags, start);
    }

    private static GroupSyntax ParseName(PatternReader reader, PatternFlags flags, int nameStart)
    {
        var start = reader.Position;
        var end = reader.Rest.IndexOf((byte)'>');
        if (end < 0)
        {
            reader.Position += reader.Rest.Length;
            throw reader.Fail(RegexSyntaxException.InvalidNamedCapture, start);
        }

        reader.Position = start + end + 1;
        var name = reader.Text(nameStart, start + end);
        return IsValidName(name)
            ? new GroupSyntax(GroupKind.Named, flags, name)
            : throw reader.Fail(RegexSyntaxException.InvalidNamedCapture, start);
    }

    private static bool IsValidName(string name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.Value != '_' && !Rune.IsLetter(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.DecimalDigitNumber)
            {
                return false;
            }
        }

        return name.Length > 0;
    }

    private static GroupSyntax ParseFlags(PatternReader reader, PatternFlags flags, int start)
    {
        var clear = false;
        var sawFlag = false;
        while (!reader.AtEnd)
        {
            var letter = reader.NextRune();
            if (letter is ':' or ')')
            {
                if (clear && !sawFlag)
                {
                    break;
                }

                return new GroupSyntax(letter == ':' ? GroupKind.Plain : GroupKind.FlagsOnly, flags, "");
            }

            var flag = Flag(letter);
            if (flag == PatternFlags.None && (letter != '-' || clear))
            {
                break;
            }

            clear |= letter == '-';
            sawFlag = flag != PatternFlags.None;
            flags = clear ? flags & ~flag : flags | flag;
        }

        throw reader.Fail(RegexSyntaxException.InvalidPerlOperator, start);
    }

    private static PatternFlags Flag(int letter) => letter switch
    {
        'i' => PatternFlags.FoldCase,
        'm' => PatternFlags.Multiline,
        's' => PatternFlags.DotMatchesNewline,
        'U' => PatternFlags.SwapGreed,
        _ => PatternFlags.None,
    };
}
