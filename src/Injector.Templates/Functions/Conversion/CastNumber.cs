using Injector.Templates.Functions.Numbers;
using Injector.Templates.Parsing;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Conversion;

/// <summary>sprig's conversions to numbers: they never fail, what is no number is 0.</summary>
internal static class CastNumber
{
    public static long ToInteger(Value value) => value switch
    {
        IntegerValue { Type: IntegerType.Duration } => 0,
        IntegerValue number => number.Signed,
        FloatValue number => Truncate(number.Number),
        BoolValue flag => flag.IsTrue ? 1 : 0,
        TextValue text => GoInteger.ParseSigned(WithoutZeroDecimals(text.Span), 0, out var parsed) == NumberSyntax.Valid ? parsed : 0,
        _ => 0,
    };

    public static double ToFloat(Value value) => value switch
    {
        IntegerValue { Type: IntegerType.Duration } => 0,
        IntegerValue { IsUnsigned: true } number => number.Unsigned,
        IntegerValue number => number.Signed,
        FloatValue number => number.Number,
        BoolValue flag => flag.IsTrue ? 1 : 0,
        TextValue text => GoFloat.TryParse(text.Span, out var parsed) == FloatOutcome.Number ? parsed : 0,
        _ => 0,
    };

    /// <summary>Beyond the range the processor Go runs on gives the smallest number.</summary>
    private static long Truncate(double value) =>
        value is >= -9223372036854775808.0 and < 9223372036854775808.0 ? (long)value : long.MinValue;

    /// <summary>"3.00" without its decimals; any other text as it is.</summary>
    private static ReadOnlySpan<byte> WithoutZeroDecimals(ReadOnlySpan<byte> text)
    {
        var digits = text.TrimEnd((byte)'0');
        return digits.Length < text.Length && digits.EndsWith("."u8) ? digits[..^1] : text;
    }
}
