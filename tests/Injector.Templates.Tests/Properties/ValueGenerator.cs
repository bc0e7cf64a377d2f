using FsCheck;
using FsCheck.Fluent;
using Injector.Templates.Values;

namespace Injector.Templates.Tests.Properties;

/// <summary>Random values of every kind.</summary>
internal static class ValueGenerator
{
    public static Arbitrary<Value> Any { get; } = Gen.Sized(size => Of(Math.Min(size, 4))).ToArbitrary();

    private static Gen<Value> Leaf { get; } = Gen.OneOf(
        Gen.Constant(Value.Nil),
        ArbMap.Default.GeneratorFor<bool>().Select(value => (Value)BoolValue.From(value)),
        ArbMap.Default.GeneratorFor<long>().Select(value => (Value)IntegerValue.Int64(value)),
        ArbMap.Default.GeneratorFor<int>().Select(value => (Value)IntegerValue.Int(value)),
        ArbMap.Default.GeneratorFor<double>().Select(value => (Value)new FloatValue(value)),
        ArbMap.Default.GeneratorFor<byte[]>().Select(value => (Value)new StringValue(value ?? [])),
        ArbMap.Default.GeneratorFor<uint>().Select(value => (Value)NumberTextValue.From($"{value}")),
        Gen.Constant((Value)new ComplexValue(1, -2)));

    private static Gen<Value> Of(int depth) => depth <= 0 ? Leaf : Gen.OneOf(Leaf, List(depth - 1), Map(depth - 1));

    private static Gen<Value> List(int depth) => Of(depth).ArrayOf(3).Select(items => (Value)ListValue.Of(items));

    private static Gen<Value> Map(int depth) => Of(depth).ArrayOf(3).Select(items =>
    {
        var map = MapValue.Create();
        for (var i = 0; i < items.Length; i++)
        {
            map.Set($"k{i}", items[i]);
        }

        return (Value)map;
    });
}
