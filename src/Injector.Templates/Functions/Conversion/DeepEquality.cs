using System.Runtime.CompilerServices;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Conversion;

/// <summary>Go's <c>reflect.DeepEqual</c>: same types, same content; a nil list is not an empty list.</summary>
internal sealed class DeepEquality
{
    /// <summary>Pairs that are being compared or were found equal: what occurs twice is compared once.</summary>
    private readonly HashSet<(Value First, Value Second)> _seen = new(new PairIdentity());

    private DeepEquality()
    {
    }

    public static bool Holds(Value left, Value right) =>
        left is ListValue or MapValue or AnyMapValue or ObjectValue ? new DeepEquality().AreEqual(left, right) : AreEqualScalars(left, right);

    private static bool AreEqualScalars(Value left, Value right)
    {
        if (left.TypeName != right.TypeName)
        {
            return false;
        }

        return (left, right) switch
        {
            (NilValue, NilValue) => true,
            (BoolValue a, BoolValue b) => a.IsTrue == b.IsTrue,
            (IntegerValue a, IntegerValue b) => a.Signed == b.Signed,
            (FloatValue a, FloatValue b) => a.Number == b.Number,
            (ComplexValue a, ComplexValue b) => a.Real == b.Real && a.Imaginary == b.Imaginary,
            (TextValue a, TextValue b) => a.Span.SequenceEqual(b.Span),
            (NilPointerValue, NilPointerValue) => true,
            _ => ReferenceEquals(left, right),
        };
    }

    private bool AreEqual(Value left, Value right)
    {
        if (left is not (ListValue or MapValue or AnyMapValue or ObjectValue) || left.TypeName != right.TypeName)
        {
            return AreEqualScalars(left, right);
        }

        if (!_seen.Add((left, right)))
        {
            return true;
        }

        return RuntimeHelpers.TryEnsureSufficientExecutionStack() && (left, right) switch
        {
            (ListValue a, ListValue b) => AreEqual(a, b),
            (MapValue a, MapValue b) => AreEqual(a, b),
            (AnyMapValue a, AnyMapValue b) => AreEqual(a, b),
            (ObjectValue a, ObjectValue b) => ReferenceEquals(a, b) || AreEqual(a, b),
            _ => false,
        };
    }

    private bool AreEqual(ListValue left, ListValue right)
    {
        if (left.Count != right.Count || left.IsNilList != right.IsNilList)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!AreEqual(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool AreEqual(MapValue left, MapValue right)
    {
        if (left.Count != right.Count || left.IsNilMap != right.IsNilMap)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!left.Keys[i].Span.SequenceEqual(right.Keys[i].Span) || !AreEqual(left.Values[i], right.Values[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool AreEqual(AnyMapValue left, AnyMapValue right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            var (a, b) = (left.Entries[i], right.Entries[i]);
            if (!AreEqual(a.Key, b.Key) || !AreEqual(a.Value, b.Value))
            {
                return false;
            }
        }

        return true;
    }

    private bool AreEqual(ObjectValue left, ObjectValue right)
    {
        if (left.Fields.Count == 0 || left.Fields.Count != right.Fields.Count)
        {
            return left.OwnText is { } a && right.OwnText is { } b && a.Span.SequenceEqual(b.Span);
        }

        for (var i = 0; i < left.Fields.Count; i++)
        {
            if (!AreEqual(left.Fields[i].Value, right.Fields[i].Value))
            {
                return false;
            }
        }

        return true;
    }
}
