using Injector.Templates.Values;

namespace Injector.Templates.Functions.Conversion;

/// <summary>Go's <c>reflect.DeepEqual</c>: same types, same content; a nil list is not an empty list.</summary>
internal static class DeepEquality
{
    public static bool Holds(Value left, Value right)
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
            (ListValue a, ListValue b) => Holds(a, b),
            (MapValue a, MapValue b) => Holds(a, b),
            (AnyMapValue a, AnyMapValue b) => Holds(a, b),
            (NilPointerValue, NilPointerValue) => true,
            (ObjectValue a, ObjectValue b) => ReferenceEquals(a, b) || Holds(a, b),
            _ => ReferenceEquals(left, right),
        };
    }

    private static bool Holds(ListValue left, ListValue right)
    {
        if (left.Count != right.Count || left.IsNilList != right.IsNilList)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!Holds(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(MapValue left, MapValue right)
    {
        if (left.Count != right.Count || left.IsNilMap != right.IsNilMap)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!left.Keys[i].Span.SequenceEqual(right.Keys[i].Span) || !Holds(left.Values[i], right.Values[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(AnyMapValue left, AnyMapValue right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            var (a, b) = (left.Entries[i], right.Entries[i]);
            if (!Holds(a.Key, b.Key) || !Holds(a.Value, b.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(ObjectValue left, ObjectValue right)
    {
        if (left.Fields.Count == 0 || left.Fields.Count != right.Fields.Count)
        {
            return left.OwnText is { } a && right.OwnText is { } b && a.Span.SequenceEqual(b.Span);
        }

        for (var i = 0; i < left.Fields.Count; i++)
        {
            if (!Holds(left.Fields[i].Value, right.Fields[i].Value))
            {
                return false;
            }
        }

        return true;
    }
}
