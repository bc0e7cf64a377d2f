using Injector.Templates.Calling;
using Injector.Templates.Functions.Conversion;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Numbers;

/// <summary>sprig's arithmetic and conversions. Arguments are anything; what is no number counts as 0.</summary>
internal static class SprigNumberFunctions
{
    private const string DivideByZero = "runtime error: integer divide by zero";

    public static readonly FunctionDefinition[] All =
    [
        FunctionDefinition.Variadic("sprig_add", [Any], GoType.Int64, static call => Fold(call, 0, 0, static (a, b) => unchecked(a + b))),
        new("sprig_add1", [Any], GoType.Int64, static call => IntegerValue.Int64(unchecked(CastNumber.ToInteger(call[0]) + 1))),
        new("sprig_sub", [Any, Any], GoType.Int64, static call => Fold(call, CastNumber.ToInteger(call[0]), 1, static (a, b) => unchecked(a - b))),
        FunctionDefinition.Variadic("sprig_mul", [Any, Any], GoType.Int64, static call =>
            Fold(call, CastNumber.ToInteger(call[0]), 1, static (a, b) => unchecked(a * b))),
        new("sprig_div", [Any, Any], GoType.Int64, static call => Divide(call, static (a, b) => b == -1 ? unchecked(-a) : a / b)),
        new("sprig_mod", [Any, Any], GoType.Int64, static call => Divide(call, static (a, b) => b == -1 ? 0 : a % b)),
        FunctionDefinition.Variadic("sprig_max", [Any, Any], GoType.Int64, static call => Fold(call, CastNumber.ToInteger(call[0]), 1, Math.Max)),
        FunctionDefinition.Variadic("sprig_biggest", [Any, Any], GoType.Int64, static call => Fold(call, CastNumber.ToInteger(call[0]), 1, Math.Max)),
        FunctionDefinition.Variadic("sprig_min", [Any, Any], GoType.Int64, static call => Fold(call, CastNumber.ToInteger(call[0]), 1, Math.Min)),
        FunctionDefinition.Variadic("sprig_maxf", [Any, Any], Float64, static call => FoldFloat(call, Larger)),
        FunctionDefinition.Variadic("sprig_minf", [Any, Any], Float64, static call => FoldFloat(call, Smaller)),
        new("sprig_ceil", [Any], Float64, static call => new FloatValue(Math.Ceiling(CastNumber.ToFloat(call[0])))),
        new("sprig_floor", [Any], Float64, static call => new FloatValue(Math.Floor(CastNumber.ToFloat(call[0])))),
        FunctionDefinition.Variadic("sprig_round", [Any, Int, Float64], Float64, static call => Round(call)),
        new("sprig_atoi", [GoType.String], Int, static call => Atoi(call.Bytes(0))),
        new("sprig_int", [Any], Int, static call => IntegerValue.Int(CastNumber.ToInteger(call[0]))),
        new("sprig_int64", [Any], GoType.Int64, static call => IntegerValue.Int64(CastNumber.ToInteger(call[0]))),
        new("sprig_float64", [Any], Float64, static call => new FloatValue(CastNumber.ToFloat(call[0]))),
        new("sprig_toDecimal", [Any], GoType.Int64, static call => ToDecimal(call[0])),
        new("sprig_until", [Int], IntList, static call => Sequence.List(call, 0, call.Integer(0), call.Integer(0) < 0 ? -1 : 1)),
        new("sprig_untilStep", [Int, Int, Int], IntList, static call => Sequence.List(call, call.Integer(0), call.Integer(1), call.Integer(2))),
        FunctionDefinition.Variadic("sprig_seq", [Int], GoType.String, static call => Sequence.Text(call)),
    ];

    private static IntegerValue Fold(FunctionCall call, long start, int from, Func<long, long, long> combine)
    {
        for (var i = from; i < call.Count; i++)
        {
            start = combine(start, CastNumber.ToInteger(call[i]));
        }

        return IntegerValue.Int64(start);
    }

    private static FloatValue FoldFloat(FunctionCall call, Func<double, double, double> combine)
    {
        var result = CastNumber.ToFloat(call[0]);
        for (var i = 1; i < call.Count; i++)
        {
            result = combine(result, CastNumber.ToFloat(call[i]));
        }

        return new FloatValue(result);
    }

    // An infinity wins over "not a number", unlike in .NET.
    private static double Larger(double left, double right) =>
        double.IsPositiveInfinity(left) || double.IsPositiveInfinity(right) ? double.PositiveInfinity : Math.Max(left, right);

    private static double Smaller(double left, double right) =>
        double.IsNegativeInfinity(left) || double.IsNegativeInfinity(right) ? double.NegativeInfinity : Math.Min(left, right);

    private static Value Divide(FunctionCall call, Func<long, long, long> divide)
    {
        var divisor = CastNumber.ToInteger(call[1]);
        return divisor == 0 ? call.Fail(DivideByZero) : IntegerValue.Int64(divide(CastNumber.ToInteger(call[0]), divisor));
    }

    private static FloatValue Round(FunctionCall call)
    {
        var limit = call.Count > 2 ? call.Float(2) : 0.5;
        var scale = Math.Pow(10, call.Integer(1));
        var scaled = scale * CastNumber.ToFloat(call[0]);
        var fraction = double.IsInfinity(scaled) ? double.NaN : scaled - Math.Truncate(scaled);
        return new FloatValue((fraction >= limit ? Math.Ceiling(scaled) : Math.Floor(scaled)) / scale);
    }

    private static IntegerValue Atoi(ReadOnlySpan<byte> text)
    {
        // The original ignores the error and keeps the value, which is the nearest limit when the number is too large.
        GoInteger.ParseSigned(text, 10, out var value);
        return IntegerValue.Int(value);
    }

    private static IntegerValue ToDecimal(Value value)
    {
        var syntax = GoInteger.ParseSigned(ValueText.Of(value).Span, 8, out var number);
        return IntegerValue.Int64(syntax == NumberSyntax.Valid ? number : 0);
    }
}
