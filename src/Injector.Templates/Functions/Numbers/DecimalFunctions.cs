using Injector.Templates.Calling;
using Injector.Templates.Functions.Conversion;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Numbers;

/// <summary>sprig's arithmetic on floats, which it does in decimal so that 0.1 + 0.2 is 0.3.</summary>
internal static class DecimalFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("sprig_add1f", [Any], Float64, static call => Fold(call, [call[0], IntegerValue.Int(1)], static (a, b) => a.Plus(b))),
        FunctionDefinition.Variadic("sprig_addf", [Any], Float64, static call =>
            Fold(call, [IntegerValue.Int(0), .. call.ToArray()], static (a, b) => a.Plus(b))),
        FunctionDefinition.Variadic("sprig_subf", [Any, Any], Float64, static call => Fold(call, call.ToArray(), static (a, b) => a.Minus(b))),
        FunctionDefinition.Variadic("sprig_mulf", [Any, Any], Float64, static call => Fold(call, call.ToArray(), static (a, b) => a.Times(b))),
        FunctionDefinition.Variadic("sprig_divf", [Any, Any], Float64, static call => Divide(call)),
    ];

    private static Value Divide(FunctionCall call)
    {
        // The first argument that cannot be used decides the message.
        for (var i = 0; i < call.Count && double.IsFinite(CastNumber.ToFloat(call[i])); i++)
        {
            if (i > 0 && CastNumber.ToFloat(call[i]) == 0)
            {
                return call.Fail("decimal division by 0");
            }
        }

        return Fold(call, call.ToArray(), static (a, b) => a.DividedBy(b));
    }

    private static Value Fold(FunctionCall call, Value[] values, Func<BigDecimal, BigDecimal, BigDecimal> combine)
    {
        var result = default(BigDecimal);
        for (var i = 0; i < values.Length; i++)
        {
            var number = CastNumber.ToFloat(values[i]);
            if (!double.IsFinite(number))
            {
                return call.Fail(double.IsNaN(number) ? "Cannot create a Decimal from NaN" : "Cannot create a Decimal from " + Infinity(number));
            }

            result = i == 0 ? BigDecimal.From(number) : combine(result, BigDecimal.From(number));
        }

        return new FloatValue(result.ToDouble());
    }

    private static string Infinity(double number) => number > 0 ? "+Inf" : "-Inf";
}
