using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Numbers;

/// <summary>consul-template's arithmetic. The second argument is the left operand, so that numbers can be piped in.</summary>
internal static class MathFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        Define("add", static (a, b) => unchecked(a + b), static (a, b) => unchecked(a + b), static (a, b) => a + b),
        Define("subtract", static (a, b) => unchecked(a - b), static (a, b) => unchecked(a - b), static (a, b) => a - b),
        Define("multiply", static (a, b) => unchecked(a * b), static (a, b) => unchecked(a * b), static (a, b) => a * b),
        new("divide", [Any, Any], Any, static call => Divide(call)),
        new("modulo", [Any, Any], Any, static call => Modulo(call)),
        new("minimum", [Any, Any], Any, static call => Choose(call, -1)),
        new("maximum", [Any, Any], Any, static call => Choose(call, 1)),
    ];

    private const string DivideByZero = "runtime error: integer divide by zero";

    private static FunctionDefinition Define(
        string name, Func<long, long, long> signed, Func<ulong, ulong, ulong> unsigned, Func<double, double, double> floats) =>
        new(name, [Any, Any], Any, call => Calculate(name, call, signed, unsigned, floats));

    private static Value Calculate(
        string name, FunctionCall call, Func<long, long, long> signed, Func<ulong, ulong, ulong> unsigned, Func<double, double, double> floats)
    {
        var (left, right) = (call[1], call[0]);
        if (Unknown(name, left, right) is { } problem)
        {
            return call.Fail(problem);
        }

        if (left is FloatValue || right is FloatValue)
        {
            return new FloatValue(floats(ToFloat(left), ToFloat(right)));
        }

        return left.Kind == GoKind.Uint && right.Kind == GoKind.Uint
            ? IntegerValue.UInt64(unsigned(((IntegerValue)left).Unsigned, ((IntegerValue)right).Unsigned))
            : IntegerValue.Int64(signed(((IntegerValue)left).Signed, ((IntegerValue)right).Signed));
    }

    private static Value Divide(FunctionCall call) => IsIntegerZero(call[0]) && call[1] is IntegerValue
        ? call.Fail(DivideByZero)
        : Calculate("divide", call, static (a, b) => b == -1 ? unchecked(-a) : a / b, static (a, b) => a / b, static (a, b) => a / b);

    private static Value Modulo(FunctionCall call)
    {
        var (left, right) = (call[1], call[0]);
        if ((left is IntegerValue ? right : left) is var operand and not IntegerValue)
        {
            return call.Fail(UnknownType("modulo", operand));
        }

        return IsIntegerZero(right)
            ? call.Fail(DivideByZero)
            : Calculate("modulo", call, static (a, b) => b == -1 ? 0 : a % b, static (a, b) => a % b, static (a, b) => a % b);
    }

    /// <summary>Returns the left operand if it is strictly smaller (or larger), else the right one; whole numbers get their widest type.</summary>
    private static Value Choose(FunctionCall call, int sign)
    {
        var (left, right) = (call[1], call[0]);
        if (Unknown(sign < 0 ? "minimum" : "maximum", left, right) is { } problem)
        {
            return call.Fail(problem);
        }

        bool takesLeft;
        if (left is FloatValue || right is FloatValue)
        {
            takesLeft = sign < 0 ? ToFloat(left) < ToFloat(right) : ToFloat(left) > ToFloat(right);
        }
        else
        {
            var (a, b) = ((IntegerValue)left, (IntegerValue)right);
            takesLeft = Math.Sign(a.IsUnsigned && b.IsUnsigned ? a.Unsigned.CompareTo(b.Unsigned) : a.Signed.CompareTo(b.Signed)) == sign;
        }

        return Widen(takesLeft ? left : right);
    }

    private static Value Widen(Value value) => value is IntegerValue number
        ? number.IsUnsigned ? IntegerValue.UInt64(number.Unsigned) : IntegerValue.Int64(number.Signed)
        : value;

    private static bool IsIntegerZero(Value value) => value is IntegerValue { Signed: 0 };

    private static double ToFloat(Value value) => value switch
    {
        FloatValue number => number.Number,
        IntegerValue { IsUnsigned: true } number => number.Unsigned,
        IntegerValue number => number.Signed,
        _ => double.NaN,
    };

    private static string? Unknown(string name, Value left, Value right)
    {
        if (left is not (IntegerValue or FloatValue))
        {
            return UnknownType(name, left);
        }

        return right is IntegerValue or FloatValue ? null : UnknownType(name, right);
    }

    private static string UnknownType(string name, Value value)
    {
        var shown = value.IsNil ? "<invalid reflect.Value>" : GoPrint.Format("%q", value);
        return $"{name}: unknown type for {shown} ({value.TypeName})";
    }
}
