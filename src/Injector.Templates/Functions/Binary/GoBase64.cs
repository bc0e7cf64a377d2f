using System.Globalization;

namespace Injector.Templates.Functions.Binary;

/// <summary>Go's base64 with padding: line breaks inside are skipped, everything else that does not belong is an error at a byte.</summary>
internal sealed class GoBase64
{
    public static readonly GoBase64 Standard = new('+', '/');

    public static readonly GoBase64 Url = new('-', '_');

    private readonly char _character62;
    private readonly char _character63;

    private GoBase64(char character62, char character63) => (_character62, _character63) = (character62, character63);

    public byte[] Encode(ReadOnlySpan<byte> bytes)
    {
        var encoded = new byte[System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(bytes.Length)];
        System.Buffers.Text.Base64.EncodeToUtf8(bytes, encoded, out _, out _);
        if (_character62 != '+')
        {
            encoded.AsSpan().Replace((byte)'+', (byte)_character62);
            encoded.AsSpan().Replace((byte)'/', (byte)_character63);
        }

        return encoded;
    }

    /// <summary>The bytes, or null and Go's error text.</summary>
    public byte[]? Decode(ReadOnlySpan<byte> text, out string problem)
    {
        problem = "";
        var output = new byte[text.Length / 4 * 3 + 3];
        var (position, length) = (0, 0);
        Span<int> digits = stackalloc int[4];
        while (true)
        {
            var count = ReadQuantum(text, ref position, digits, out var badAt, out var isLast);
            if (badAt >= 0)
            {
                problem = string.Create(CultureInfo.InvariantCulture, $"illegal base64 data at input byte {badAt}");
                return null;
            }

            var bits = digits[0] << 18 | digits[1] << 12 | digits[2] << 6 | digits[3];
            for (var i = 0; i < count - 1; i++)
            {
                output[length++] = (byte)(bits >> (16 - 8 * i));
            }

            if (isLast)
            {
                return output[..length];
            }
        }
    }

    /// <summary>Reads four digits, or fewer and their padding; returns how many digits there were.</summary>
    private int ReadQuantum(ReadOnlySpan<byte> text, ref int position, Span<int> digits, out int badAt, out bool isLast)
    {
        digits.Clear();
        badAt = -1;
        isLast = false;
        var count = 0;
        while (count < 4)
        {
            if (position == text.Length)
            {
                isLast = true;
                badAt = count == 0 ? -1 : position - count;
                return count;
            }

            var letter = text[position++];
            if (letter is (byte)'\r' or (byte)'\n')
            {
                continue;
            }

            var digit = Digit(letter);
            if (digit >= 0)
            {
                digits[count++] = digit;
                continue;
            }

            badAt = letter == '=' && count >= 2 ? CheckPadding(text, ref position, count) : position - 1;
            isLast = true;
            return count;
        }

        return count;
    }

    private static int CheckPadding(ReadOnlySpan<byte> text, ref int position, int count)
    {
        if (count == 2)
        {
            SkipLineBreaks(text, ref position);
            if (position == text.Length)
            {
                return text.Length;
            }

            if (text[position] != '=')
            {
                return position - 1;
            }

            position++;
        }

        SkipLineBreaks(text, ref position);
        return position < text.Length ? position : -1;
    }

    private static void SkipLineBreaks(ReadOnlySpan<byte> text, ref int position)
    {
        while (position < text.Length && (text[position] is (byte)'\r' or (byte)'\n'))
        {
            position++;
        }
    }

    private int Digit(byte letter) => letter switch
    {
        >= (byte)'A' and <= (byte)'Z' => letter - 'A',
        >= (byte)'a' and <= (byte)'z' => letter - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => letter - '0' + 52,
        _ => letter == _character62 ? 62 : letter == _character63 ? 63 : -1,
    };
}
