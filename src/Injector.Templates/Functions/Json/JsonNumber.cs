namespace Injector.Templates.Functions.Json;

/// <summary>The form of numbers in JSON.</summary>
internal static class JsonNumber
{
    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        text = text.StartsWith("-"u8) ? text[1..] : text;
        var whole = DigitCount(text);
        if (whole == 0 || (whole > 1 && text[0] == '0'))
        {
            return false;
        }

        text = text[whole..];
        if (text.StartsWith("."u8))
        {
            var places = DigitCount(text[1..]);
            if (places == 0)
            {
                return false;
            }

            text = text[(1 + places)..];
        }

        if (text.StartsWith("e"u8) || text.StartsWith("E"u8))
        {
            text = text[1..];
            text = text.StartsWith("+"u8) || text.StartsWith("-"u8) ? text[1..] : text;
            var digits = DigitCount(text);
            return digits > 0 && digits == text.Length;
        }

        return text.IsEmpty;
    }

    private static int DigitCount(ReadOnlySpan<byte> text)
    {
        var count = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return count < 0 ? text.Length : count;
    }
}
