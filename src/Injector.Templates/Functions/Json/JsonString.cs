using System.Buffers.Text;
using System.Text;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Text;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Json;

/// <summary>The content of a JSON text whose escapes are known to be well formed.</summary>
internal static class JsonString
{
    private const int EscapeLength = 6;

    public static StringValue Unescape(ReadOnlySpan<byte> raw)
    {
        using var output = new ByteBuffer(raw.Length);
        while (!raw.IsEmpty)
        {
            if (raw[0] == '\\')
            {
                raw = raw[AppendEscape(output, raw)..];
                continue;
            }

            RuneMapping.Append(output, Utf8Runes.Decode(raw, out var width));
            raw = raw[width..];
        }

        return new StringValue(output.ToArray());
    }

    private static int AppendEscape(ByteBuffer output, ReadOnlySpan<byte> raw)
    {
        if (raw[1] != 'u')
        {
            output.Append(raw[1] switch
            {
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                var other => other,
            });
            return 2;
        }

        var unit = Code(raw);
        if (char.IsHighSurrogate((char)unit) && raw.Length >= 2 * EscapeLength && raw[EscapeLength..].StartsWith("\\u"u8))
        {
            var low = Code(raw[EscapeLength..]);
            if (char.IsLowSurrogate((char)low))
            {
                output.Append(new Rune((char)unit, (char)low));
                return 2 * EscapeLength;
            }
        }

        RuneMapping.Append(output, unit);
        return EscapeLength;
    }

    private static int Code(ReadOnlySpan<byte> escape)
    {
        return Utf8Parser.TryParse(escape.Slice(2, 4), out int code, out _, 'x') ? code : Utf8Runes.Replacement;
    }
}
