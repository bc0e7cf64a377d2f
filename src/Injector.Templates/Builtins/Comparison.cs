using Injector.Templates.Formatting;
using Injector.Templates.Values;

namespace Injector.Templates.Builtins;

/// <summary>What comparing two values gave: whether it holds, or why they cannot be compared.</summary>
/// <param name="Holds">Whether the comparison holds.</param>
/// <param name="Mistake">Why there is no answer, or null.</param>
internal readonly record struct Comparison(bool Holds, string? Mistake)
{
    private static readonly Comparison BadType = new(Holds: false, "invalid type for comparison");

    /// <summary>Whether two values are equal.</summary>
    public static Comparison Equal(Value left, Value right)
    {
        return (left, right) switch
        {
            (BoolValue a, BoolValue b) => Of(a.IsTrue == b.IsTrue),
            (TextValue a, TextValue b) => Of(a.Span.SequenceEqual(b.Span)),
            (IntegerValue a, IntegerValue b) => Of(Compare(a, b) == 0),
            (FloatValue a, FloatValue b) => Of(a.Number == b.Number),
            (ComplexValue a, ComplexValue b) => Of(a.Real == b.Real && a.Imaginary == b.Imaginary),
            _ => EqualOthers(left, right),
        };
    }

    /// <summary>Whether the first is smaller than the second.</summary>
    public static Comparison Less(Value left, Value right)
    {
        if (!IsBasic(left) || !IsBasic(right))
        {
            return BadType;
        }

        return (left, right) switch
        {
            (TextValue a, TextValue b) => Of(a.Span.SequenceCompareTo(b.Span) < 0),
            (IntegerValue a, IntegerValue b) => Of(Compare(a, b) < 0),
            (FloatValue a, FloatValue b) => Of(a.Number < b.Number),
            (BoolValue, BoolValue) or (ComplexValue, ComplexValue) => BadType,
            _ => Incompatible(left, right),
        };
    }

    /// <summary>Whether the first is smaller than the second, or equal to it.</summary>
    public static Comparison LessOrEqual(Value left, Value right)
    {
        var less = Less(left, right);
        return less.Holds || less.Mistake is not null ? less : Equal(left, right);
    }

    private static Comparison Of(bool holds) => new(holds, null);

    private static Comparison Incompatible(Value left, Value right) =>
        new(Holds: false, $"incompatible types for comparison: {left.TypeName} and {right.TypeName}");

    private static bool IsBasic(Value value) => value is BoolValue or TextValue or IntegerValue or FloatValue or ComplexValue;

    private static int Compare(IntegerValue left, IntegerValue right)
    {
        if (left.IsUnsigned == right.IsUnsigned)
        {
            return left.IsUnsigned ? left.Unsigned.CompareTo(right.Unsigned) : left.Signed.CompareTo(right.Signed);
        }

        if (left.IsUnsigned)
        {
            return right.Signed < 0 ? 1 : left.Unsigned.CompareTo((ulong)right.Signed);
        }

        return left.Signed < 0 ? -1 : ((ulong)left.Signed).CompareTo(right.Unsigned);
    }

    private static Comparison EqualOthers(Value left, Value right)
    {
        if (IsBasic(left) || IsBasic(right))
        {
            return left.IsNil || right.IsNil ? Of(holds: false) : Incompatible(left, right);
        }

        if (left.Kind != right.Kind && !left.IsNil && !right.IsNil)
        {
            return new Comparison(
                Holds: false,
                $"non-comparable types {GoPrint.Format("%s", left)}: {left.TypeName}, {right.TypeName}: {GoPrint.Format("%v", right)}");
        }

        if (IsNilOfAnyType(left) || IsNilOfAnyType(right))
        {
            return Of(IsNilOfAnyType(left) == IsNilOfAnyType(right));
        }

        return right.Kind is GoKind.Slice or GoKind.Map
            ? new Comparison(Holds: false, $"non-comparable type {GoPrint.Format("%s", right)}: {right.TypeName}")
            : Of(left is ObjectValue a && right is ObjectValue b ? a.IsEqualTo(b) : ReferenceEquals(left, right));
    }

    private static bool IsNilOfAnyType(Value value) =>
        value is NilValue or NilPointerValue or ListValue { IsNilList: true } or MapValue { IsNilMap: true };
}
