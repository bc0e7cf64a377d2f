using System.Globalization;

namespace Injector.Templates.Functions.Binary;

/// <summary>Go's base32 with padding: line breaks are skipped.</summary>
internal static class GoBase32
{
    private const int QuantumLength = 8;

    public static byte[] Encode(ReadOnlySpan<byte> bytes)
    {
        var output = new byte[(bytes.Length + 4) / 5 * QuantumLength];
        output.AsSpan().Fill((byte)'=');
        for (var i = 0; i < bytes.Length; i += 5)
        {
            ulong bits = 0;
            var count = Math.Min(5, bytes.Length - i);
            for (var j = 0; j < 5; j++)
            {
                bits = bits << 8 | (j < count ? bytes[i + j] : 0u);
            }

            for (var j = 0; j < (count * 8 + 4) / 5; j++)
            {
                output[i / 5 * QuantumLength + j] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"u8[(int)(bits >> (35 - 5 * j) & 0x1F)];
            }
        }

        return output;
    }

    /// <summary>The bytes, or null and Go's error text.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> text, out string problem)
    {
        problem = "";
        byte[] plain = [.. text.ToArray().Where(static letter => letter is not ((byte)'\r' or (byte)'\n'))];
        var output = new List<byte>(plain.Length);
        var isLast = false;
        for (var position = 0; position < plain.Length && !isLast;)
        {
            var count = ReadQuantum(plain, ref position, out var bits, out var badAt, out isLast);
            if (badAt >= 0)
            {
                problem = string.Create(CultureInfo.InvariantCulture, $"illegal base32 data at input byte {badAt}");
                return null;
            }

            for (var i = 0; i < count * 5 / 8; i++)
            {
                output.Add((byte)(bits >> (32 - 8 * i)));
            }
        }

        return [.. output];
    }

    private static int ReadQuantum(ReadOnlySpan<byte> text, ref int position, out ulong bits, out int badAt, out bool isLast)
    {
        (bits, badAt, isLast) = (0, -1, false);
        for (var count = 0; count < QuantumLength; count++)
        {
            if (position == text.Length)
            {
                badAt = text.Length - count;
                return count;
            }

            var letter = text[position++];
            var left = text.Length - position;
            if (letter == '=' && count >= 2 && left < QuantumLength)
            {
                isLast = true;
                badAt = CheckPadding(text, position, count);
                return count;
            }

            var digit = Digit(letter);
            if (digit < 0)
            {
                badAt = position - 1;
                return count;
            }

            bits |= (ulong)digit << (35 - 5 * count);
        }

        return QuantumLength;
    }

    private static int CheckPadding(ReadOnlySpan<byte> text, int position, int count)
    {
        var left = text.Length - position;
        if (left + count < QuantumLength - 1)
        {
            return text.Length;
        }

        for (var i = 0; i < QuantumLength - 1 - count; i++)
        {
            if (left > i && text[position + i] != '=')
            {
                return position + i - 1;
            }
        }

        return count is 3 or 6 ? position - 1 : -1;
    }

    private static int Digit(byte letter) => letter switch
    {
        >= (byte)'A' and <= (byte)'Z' => letter - 'A',
        >= (byte)'2' and <= (byte)'7' => letter - '2' + 26,
        _ => -1,
    };
}
