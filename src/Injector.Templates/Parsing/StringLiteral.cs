using System.Text;
using Injector.Templates.Formatting;
using Injector.Templates.Values;

namespace Injector.Templates.Parsing;

/// <summary>The meaning of quoted texts and characters.</summary>
internal static class StringLiteral
{
    public const string InvalidSyntax = "invalid syntax";

    /// <summary>Takes quotes and escapes away.</summary>
    public static bool TryUnquote(ReadOnlySpan<byte> literal, out StringValue value)
    {
        value = StringValue.Empty;
        var quote = literal[0];
        var content = literal[1..^1];
        if (quote == '`')
        {
            value = StringValue.Copy(content);
            if (content.Contains((byte)'\r'))
            {
                value = new StringValue(Array.FindAll(content.ToArray(), character => character != '\r'));
            }

            return true;
        }

        if (!content.Contains((byte)'\\'))
        {
            value = StringValue.Copy(content);
            return true;
        }

        using var buffer = new ByteBuffer(content.Length);
        while (!content.IsEmpty)
        {
            var isByte = content is [(byte)'\\', (byte)'x' or (>= (byte)'0' and <= (byte)'7'), ..];
            var isInvalid = !GoRune.Decode(content, out _, out _);
            if (isInvalid)
            {
                buffer.Append(content[0]);
                content = content[1..];
                continue;
            }

            if (!TryReadCharacter(content, (char)quote, out var rune, out content))
            {
                return false;
            }

            if (isByte)
            {
                buffer.Append((byte)rune);
            }
            else
            {
                buffer.Append(new Rune(rune));
            }
        }

        value = new StringValue(buffer.ToArray());
        return true;
    }

    /// <summary>Reads one character or escape off the front.</summary>
    public static bool TryReadCharacter(ReadOnlySpan<byte> text, char quote, out int rune, out ReadOnlySpan<byte> rest)
    {
        rune = 0;
        rest = text;
        if (text.IsEmpty || text[0] == quote)
        {
            return false;
        }

        if (text[0] != '\\')
        {
            GoRune.Decode(text, out var character, out var length);
            rune = character.Value;
            rest = text[length..];
            return true;
        }

        if (text.Length < 2)
        {
            return false;
        }

        rest = text[2..];
        return text[1] switch
        {
            (byte)'x' => TryDigits(ref rest, 2, 16, out rune),
            (byte)'u' => TryDigits(ref rest, 4, 16, out rune) && Rune.IsValid(rune),
            (byte)'U' => TryDigits(ref rest, 8, 16, out rune) && Rune.IsValid(rune),
            >= (byte)'0' and <= (byte)'7' => TryOctal(ref rest, text[1..], out rune),
            (byte)'\'' or (byte)'"' => Take(text[1] == quote ? text[1] : -1, out rune),
            var letter => Take(Escaped(letter), out rune),
        };
    }

    private static bool Take(int character, out int rune)
    {
        rune = character;
        return character >= 0;
    }

    private static int Escaped(byte letter) => letter switch
    {
        (byte)'a' => '\a',
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        (byte)'v' => '\v',
        (byte)'\\' => '\\',
        _ => -1,
    };

    private static bool TryOctal(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> digits, out int rune)
    {
        rest = digits;
        return TryDigits(ref rest, 3, 8, out rune) && rune <= 255;
    }

    private static bool TryDigits(ref ReadOnlySpan<byte> rest, int count, int numberBase, out int number)
    {
        number = 0;
        if (rest.Length < count)
        {
            return false;
        }

        long wide = 0;
        foreach (var character in rest[..count])
        {
            var digit = char.IsAsciiHexDigit((char)character) ? (character <= '9' ? character - '0' : (character | 0x20) - 'a' + 10) : 99;
            if (digit >= numberBase)
            {
                return false;
            }

            wide = (wide * numberBase) + digit;
        }

        rest = rest[count..];
        number = (int)Math.Min(wide, int.MaxValue);
        return true;
    }
}
