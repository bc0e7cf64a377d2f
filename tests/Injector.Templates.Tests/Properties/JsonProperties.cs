using FsCheck;
using FsCheck.Fluent;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Conversion;
using Injector.Templates.Values;

namespace Injector.Templates.Tests.Properties;

/// <summary>JSON, written and read back.</summary>
public sealed class JsonProperties
{
    private static readonly Template RoundTrip = Parse("{{. | toJSON | parseJSON | toJSON}}");

    private static readonly Template Once = Parse("{{toJSON .}}");

    [Fact]
    public void Text_ReadsBackAsTheSameText() => Check.QuickThrowOnFailure(Prop.ForAll(
        JsonValues(),
        value => Render(Once, value) is { Length: > 0 } once && Render(RoundTrip, value).AsSpan().SequenceEqual(once)));

    [Fact]
    public void Writing_NeverThrows() => Check.QuickThrowOnFailure(Prop.ForAll(ValueGenerator.Any, value =>
        new[] { "toJSON", "toJSONPretty", "toYAML", "toTOML", "sprig_toRawJson", "spew_sdump" }
            .All(function => Parse($"{{{{{function} .}}}}").Render(Rendered.Host(), value) is not null)));

    [Fact]
    public void Value_EqualsItsCopy() => Check.QuickThrowOnFailure(Prop.ForAll(ValueGenerator.Any, value =>
        DeepEquality.Holds(value, value) || GoPrint.Format("%v", value).Contains("NaN", StringComparison.Ordinal)));

    [Fact]
    public void Yaml_ReadsBackTexts() => Check.QuickThrowOnFailure(Prop.ForAll<string>(text =>
    {
        var valid = StringValue.From($"x{text}x");
        var result = Parse("{{$t := parseYAML (toYAML (sprig_list .))}}{{index $t 0}}").Render(Rendered.Host(), valid);
        return result.Error is null && result.Output.Span.SequenceEqual(valid.Span);
    }));

    /// <summary>Values that JSON has: no NaN, no infinities, numbers as float64, texts that are UTF-8.</summary>
    private static Arbitrary<Value> JsonValues() => Gen.Sized(size => Of(Math.Min(size, 4))).ToArbitrary();

    private static Gen<Value> Leaf { get; } = Gen.OneOf(
        Gen.Constant(Value.Nil),
        ArbMap.Default.GeneratorFor<bool>().Select(value => (Value)BoolValue.From(value)),
        ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).Select(value => (Value)new FloatValue(value)),
        ArbMap.Default.GeneratorFor<string>().Select(value => (Value)StringValue.From(value ?? "")));

    private static Gen<Value> Of(int depth) => depth <= 0
        ? Leaf
        : Gen.OneOf(Leaf, Of(depth - 1).ArrayOf(3).Select(items => (Value)ListValue.Of(items)), Of(depth - 1).ArrayOf(3).Select(MapOf));

    private static Value MapOf(Value[] items)
    {
        var map = MapValue.Create();
        for (var i = 0; i < items.Length; i++)
        {
            map.Set($"k<{i}>", items[i]);
        }

        return map;
    }

    private static byte[] Render(Template template, Value value)
    {
        var result = template.Render(Rendered.Host(), value);
        return result.Error is null ? result.Output.ToArray() : [];
    }

    private static Template Parse(string text) => Template.Parse(text, TemplateOptions.Default).Template ?? throw new InvalidOperationException(text);
}
