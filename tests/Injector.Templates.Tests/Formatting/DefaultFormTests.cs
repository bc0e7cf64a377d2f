using System.Text;
using Injector.Templates.Formatting;
using Injector.Templates.Values;

namespace Injector.Templates.Tests.Formatting;

/// <summary>The default form of every kind of value (7.1) and the rules of print and println (7.2).</summary>
public sealed class DefaultFormTests
{
    [Theory]
    [InlineData(100000, "100000")]
    [InlineData(999999, "999999")]
    [InlineData(1000000, "1e+06")]
    [InlineData(1234567, "1.234567e+06")]
    [InlineData(123456789, "1.23456789e+08")]
    [InlineData(123456.789, "123456.789")]
    [InlineData(12345678.9, "1.23456789e+07")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001234, "1.234e-05")]
    [InlineData(1e20, "1e+20")]
    [InlineData(1e100, "1e+100")]
    [InlineData(0.1, "0.1")]
    [InlineData(1.0 / 3, "0.3333333333333333")]
    [InlineData(-0.0, "-0")]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    [InlineData(double.Epsilon, "5e-324")]
    public void Prints_Floats(double number, string expected) => Assert.Equal(expected, Text(new FloatValue(number)));

    [Fact]
    public void Prints_EveryKind()
    {
        var map = MapValue.CreateOfStrings();
        map.Set("b", StringValue.From("2"));
        map.Set("a", StringValue.From("1"));
        var anyMap = new AnyMapValue();
        anyMap.Set(BoolValue.True, Value.Nil);
        anyMap.Set(StringValue.From("k"), IntegerValue.Int(1));
        anyMap.Set(IntegerValue.Int(7), StringValue.Empty);

        Assert.Equal("<nil>", Text(Value.Nil));
        Assert.Equal("true", Text(BoolValue.True));
        Assert.Equal("-7", Text(IntegerValue.Int64(-7)));
        Assert.Equal("18446744073709551615", Text(IntegerValue.UInt64(ulong.MaxValue)));
        Assert.Equal("(1-2i)", Text(new ComplexValue(1, -2)));
        Assert.Equal("1.50", Text(NumberTextValue.From("1.50")));
        Assert.Equal("[a <nil> [1]]", Text(ListValue.Of(StringValue.From("a"), Value.Nil, ListValue.Of(IntegerValue.Int(1)))));
        Assert.Equal("map[a:1 b:2]", Text(map));
        Assert.Equal("map[k:1 7: true:<nil>]", Text(anyMap));
        Assert.Equal("[]", Text(ListValue.NilOf(GoType.List)));
        Assert.Equal("map[]", Text(MapValue.NilOf(GoType.Map)));
    }

    [Fact]
    public void Sorts_MapsByBytes()
    {
        var map = MapValue.Create();
        foreach (var key in new[] { "😀", "\uffee", "b", "B", "a", "" })
        {
            map.Set(key, IntegerValue.Int(1));
        }

        Assert.Equal("map[:1 B:1 a:1 b:1 \uffee:1 😀:1]", Text(map));
    }

    [Theory]
    [InlineData("{{print 1 2 \"a\" \"b\" 3 nil nil}}", "1 2ab3 <nil> <nil>")]
    [InlineData("{{print \"a\" 1 2}}", "a1 2")]
    [InlineData("{{print}}|{{println}}", "|\n")]
    [InlineData("{{println \"a\" 1 nil}}", "a 1 <nil>\n")]
    [InlineData("{{.l}} {{.m}} {{.nul}} {{.f}} {{1i}}", "[a b c] map[k:v k2:map[deep:1]] <no value> 2.5 (0+1i)")]
    [InlineData("{{print .l .m}}", "[a b c] map[k:v k2:map[deep:1]]")]
    public void Joins_Arguments(string template, string expected) => Assert.Equal(expected, Rendered.Output(template));

    private static string Text(Value value) => Encoding.UTF8.GetString(GoPrint.Text(value).Span);
}
