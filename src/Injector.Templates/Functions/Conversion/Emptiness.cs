using Injector.Templates.Values;

namespace Injector.Templates.Functions.Conversion;

/// <summary>sprig's notion of empty: zero, no text, false, nil, no elements; structs never are.</summary>
internal static class Emptiness
{
    public static bool IsEmpty(Value value) => value switch
    {
        NilValue or NilPointerValue => true,
        BoolValue flag => !flag.IsTrue,
        IntegerValue number => number.Signed == 0,
        FloatValue number => number.Number == 0,
        ComplexValue number => number is { Real: 0, Imaginary: 0 },
        TextValue text => text.Length == 0,
        ListValue list => list.Count == 0,
        MapValue map => map.Count == 0,
        AnyMapValue map => map.Count == 0,
        _ => false,
    };
}
