using System.Text;
using Injector.Templates.Functions.Dates;
using Injector.Templates.Functions.Numbers;
using Injector.Templates.Parsing;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Yaml;

/// <summary>The type and value that the text of a plain scalar has in YAML 1.1 as yaml.v2 reads it.</summary>
internal readonly record struct YamlScalar(string Tag, Value Value)
{
    private static readonly string[] DateLayouts =
    [
        "2006-1-2T15:4:5.999999999Z07:00", "2006-1-2t15:4:5.999999999Z07:00", "2006-1-2 15:4:5.999999999", "2006-1-2",
    ];

    /// <summary>Resolves a text without a tag.</summary>
    public static YamlScalar Resolve(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return new YamlScalar(YamlTags.Null, Value.Nil);
        }

        var first = (char)text[0];
        var mayBeWord = "yYnNtTfFoO~".Contains(first, StringComparison.Ordinal);
        if (!mayBeWord && !char.IsAsciiDigit(first) && first is not ('.' or '+' or '-' or '<'))
        {
            return Text(text);
        }

        if (text.Length <= 5 && Word(Encoding.UTF8.GetString(text)) is { } word)
        {
            return word;
        }

        if (first == '.')
        {
            return GoFloat.TryParse(text, out var number) == FloatOutcome.Number ? Float(number) : Text(text);
        }

        return mayBeWord || first == '<' ? Text(text) : Number(text);
    }

    private static YamlScalar Text(ReadOnlySpan<byte> text) => new(YamlTags.Text, StringValue.Copy(text));

    private static YamlScalar Float(double number) => new(YamlTags.Float, new FloatValue(number));

    private static YamlScalar? Word(string text) => text switch
    {
        "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON" => new(YamlTags.Bool, BoolValue.True),
        "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF" => new(YamlTags.Bool, BoolValue.False),
        "~" or "null" or "Null" or "NULL" => new(YamlTags.Null, Value.Nil),
        ".nan" or ".NaN" or ".NAN" => Float(double.NaN),
        ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" => Float(double.PositiveInfinity),
        "-.inf" or "-.Inf" or "-.INF" => Float(double.NegativeInfinity),
        _ => null,
    };

    private static YamlScalar Number(ReadOnlySpan<byte> text)
    {
        if (IsDate(text))
        {
            return new YamlScalar(YamlTags.Timestamp, StringValue.Copy(text));
        }

        var plain = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).Replace("_", "", StringComparison.Ordinal)).AsSpan();
        if (GoInteger.ParseSigned(plain, 0, out var signed) == NumberSyntax.Valid)
        {
            return new YamlScalar(YamlTags.Int, IntegerValue.Int(signed));
        }

        if (GoInteger.ParseUnsigned(plain, 0, out var unsigned) == NumberSyntax.Valid)
        {
            return new YamlScalar(YamlTags.Int, IntegerValue.UInt64(unsigned));
        }

        return IsFloat(plain) && GoFloat.TryParse(plain, out var number) == FloatOutcome.Number ? Float(number) : Text(text);
    }

    /// <summary>Digits with at most one point and an exponent; no hexadecimal floats and no names.</summary>
    private static bool IsFloat(ReadOnlySpan<byte> text)
    {
        text = text[0] is (byte)'+' or (byte)'-' ? text[1..] : text;
        return !text.IsEmpty && (char.IsAsciiDigit((char)text[0]) || text[0] == '.') && !text.Contains((byte)'x') && !text.Contains((byte)'X');
    }

    private static bool IsDate(ReadOnlySpan<byte> text)
    {
        if (text.Length < 8 || text[4] != '-' || text[..4].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return false;
        }

        var decoded = Encoding.UTF8.GetString(text);
        return Array.Exists(DateLayouts, layout => TimeParser.Parse(layout, decoded, out _) is not null);
    }
}
