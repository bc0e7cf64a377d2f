namespace Injector.Templates.Values;

/// <summary>The order in which maps are walked and printed: by type, then by value.</summary>
internal static class MapKeyOrder
{
    public static int Compare(Value left, Value right)
    {
        var group = Group(left).CompareTo(Group(right));
        if (group != 0)
        {
            return group;
        }

        return (left, right) switch
        {
            (TextValue a, TextValue b) => a.Span.SequenceCompareTo(b.Span),
            (IntegerValue a, IntegerValue b) => a.IsUnsigned ? a.Unsigned.CompareTo(b.Unsigned) : a.Signed.CompareTo(b.Signed),
            (FloatValue a, FloatValue b) => a.Number.CompareTo(b.Number),
            (BoolValue a, BoolValue b) => a.IsTrue.CompareTo(b.IsTrue),
            _ => 0,
        };
    }

    // Go leaves the order between types open; this is what it does in practice.
    private static int Group(Value value) => value switch
    {
        NilValue => 0,
        StringValue => 1,
        NumberTextValue => 2,
        IntegerValue integer => 3 + (int)integer.Type,
        FloatValue => 20,
        BoolValue => 21,
        _ => 22,
    };
}
