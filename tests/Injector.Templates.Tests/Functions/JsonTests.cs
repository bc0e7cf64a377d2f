using Injector.Templates.Formatting;

namespace Injector.Templates.Tests.Functions;

/// <summary>JSON as Go's encoding/json writes and reads it.</summary>
public sealed class JsonTests
{
    [Theory]
    [InlineData("toJSON \"<a>&'\\u2028\\x7f\\x01\\xff\"", "\"\\u003ca\\u003e\\u0026'\\u2028\u007F\\u0001\\ufffd\"")]
    [InlineData("toUnescapedJSON \"<a>&\"", "\"<a>&\"")]
    [InlineData("toJSON (parseJSON \"[1,2.5,1e21,1e-7,0.000001,12345678]\")", "[1,2.5,1e+21,1e-7,0.000001,12345678]")]
    [InlineData("toJSON (sprig_dict \"é\" 1 \"A\" 2 \"a\" nil)", "{\"A\":2,\"a\":null,\"é\":1}")]
    [InlineData("toJSON (secrets \"\")", "null")]
    [InlineData("toJSONPretty (sprig_dict \"a\" (sprig_list) \"b\" (sprig_dict) \"c\" (sprig_list 1))", "{\n  \"a\": [],\n  \"b\": {},\n  \"c\": [\n    1\n  ]\n}")]
    [InlineData("parseJSON \"\\\"\\\\ud83d\\\\ude00\\\\ud800\\\\/\\\"\"", "😀\uFFFD/")]
    [InlineData("parseJSON \"{\\\"a\\\":1,\\\"a\\\":2}\"", "map[a:2]")]
    public void Writes_AndReadsLikeGo(string call, string expected) => Assert.Equal(expected, Rendered.Output($"{{{{{call}}}}}"));

    [Theory]
    [InlineData("[1,2", "unexpected end of JSON input")]
    [InlineData("{\"a\":1,}", "invalid character '}' looking for beginning of object key string")]
    [InlineData("[1,]", "invalid character ']' looking for beginning of value")]
    [InlineData("{\"a\" 1}", "invalid character '1' after object key")]
    [InlineData("{\"a\":1 2}", "invalid character '2' after object key:value pair")]
    [InlineData("[1 2]", "invalid character '2' after array element")]
    [InlineData("\"a\nb\"", "invalid character '\\n' in string literal")]
    [InlineData("\"\\x\"", "invalid character 'x' in string escape code")]
    [InlineData("\"\\u12\"", "invalid character '\"' in \\u hexadecimal character escape")]
    [InlineData("01", "invalid character '1' after top-level value")]
    [InlineData("-x", "invalid character 'x' in numeric literal")]
    [InlineData("1.x", "invalid character 'x' after decimal point in numeric literal")]
    [InlineData("1ex", "invalid character 'x' in exponent of numeric literal")]
    [InlineData("trux", "invalid character 'x' in literal true (expecting 'e')")]
    [InlineData("'", "invalid character '\\'' looking for beginning of value")]
    [InlineData("1e400", "json: cannot unmarshal number 1e400 into Go value of type float64")]
    public void Refuses_WithGoWords(string text, string problem) =>
        Assert.EndsWith(": " + problem, Rendered.Error($"{{{{parseJSON {GoQuote.Quote(text)}}}}}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("toJSON (parseFloat \"NaN\")", "toJSON: json: unsupported value: NaN")]
    [InlineData("toJSON (parseYAML \"a: 1\")", "toJSON: json: unsupported type: map[interface {}]interface {}")]
    [InlineData("toJSON (loop 3)", "toJSON: json: unsupported type: <-chan int64")]
    public void Refuses_ValuesWithoutJson(string call, string problem) => Assert.EndsWith(problem, Rendered.Error($"{{{{{call}}}}}"), StringComparison.Ordinal);

    [Fact]
    public void Refuses_DeepNesting() =>
        Assert.Contains("exceeded max depth", Rendered.Error($"{{{{parseJSON \"{new string('[', 20_000)}\"}}}}"), StringComparison.Ordinal);
}
