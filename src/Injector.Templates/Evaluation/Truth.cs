using Injector.Templates.Values;

namespace Injector.Templates.Evaluation;

/// <summary>Which values count as true.</summary>
internal static class Truth
{
    public static bool Of(Value value) => value switch
    {
        NilValue or NilPointerValue => false,
        BoolValue flag => flag.IsTrue,
        TextValue text => text.Length > 0,
        ListValue list => list.Count > 0,
        MapValue map => map.Count > 0,
        AnyMapValue map => map.Count > 0,
        IntegerValue integer => integer.Signed != 0,
        FloatValue number => number.Number != 0,
        ComplexValue complex => complex.Real != 0 || complex.Imaginary != 0,
        _ => true,
    };
}
