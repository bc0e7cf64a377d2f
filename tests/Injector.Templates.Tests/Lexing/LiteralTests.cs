namespace Injector.Templates.Tests.Lexing;

/// <summary>Numbers, characters and strings (3.3 and 3.4).</summary>
public sealed class LiteralTests
{
    [Theory]
    [InlineData("123", "123 int")]
    [InlineData("+4", "4 int")]
    [InlineData("-0", "0 int")]
    [InlineData("0x1F", "31 int")]
    [InlineData("0X1f", "31 int")]
    [InlineData("0b101", "5 int")]
    [InlineData("0o17", "15 int")]
    [InlineData("017", "15 int")]
    [InlineData("1_000", "1000 int")]
    [InlineData("0x_1F", "31 int")]
    [InlineData("0x1e", "30 int")]
    [InlineData("9223372036854775807", "9223372036854775807 int")]
    [InlineData("-9223372036854775808", "-9223372036854775808 int")]
    [InlineData("1.5", "1.5 float64")]
    [InlineData(".5", "0.5 float64")]
    [InlineData("1.", "1 float64")]
    [InlineData("1e3", "1000 float64")]
    [InlineData("1E-2", "0.01 float64")]
    [InlineData("0x1p4", "16 float64")]
    [InlineData("0x1.8p1", "3 float64")]
    [InlineData("0x.8p-1", "0.25 float64")]
    [InlineData("1_0.2_5", "10.25 float64")]
    [InlineData("'a'", "97 int")]
    [InlineData("'\\n'", "10 int")]
    [InlineData("'\\u00e9'", "233 int")]
    [InlineData("'\\x41'", "65 int")]
    [InlineData("'\\''", "39 int")]
    [InlineData("'é'", "233 int")]
    [InlineData("1i", "(0+1i) complex128")]
    [InlineData("1+2i", "(1+2i) complex128")]
    [InlineData("-1-2i", "(-1-2i) complex128")]
    [InlineData("0i", "(0+0i) complex128")]
    [InlineData("1e2i", "(0+100i) complex128")]
    public void Reads_Numbers(string literal, string expected) =>
        Assert.Equal(expected, Rendered.Output($"{{{{printf \"%v %T\" {literal} {literal}}}}}"));

    [Theory]
    [InlineData("08", "integer overflow: \"08\"")]
    [InlineData("0x", "illegal number syntax: \"0x\"")]
    [InlineData("1__0", "illegal number syntax: \"1__0\"")]
    [InlineData("1_", "illegal number syntax: \"1_\"")]
    [InlineData("3abc", "bad number syntax: \"3a\"")]
    [InlineData("99999999999999999999", "integer overflow: \"99999999999999999999\"")]
    [InlineData("1e999", "illegal number syntax: \"1e999\"")]
    [InlineData("--2i", "strconv.ParseFloat: parsing \"-\": invalid syntax")]
    [InlineData("1+0x_i", "strconv.ParseFloat: parsing \"+0x_\": invalid syntax")]
    [InlineData("1e999+1i", "strconv.ParseFloat: parsing \"1e999\": value out of range")]
    [InlineData("1+i", "syntax error scanning complex number")]
    [InlineData("1i+2i", "syntax error scanning complex number")]
    [InlineData("0b1+1i", "syntax error scanning complex number")]
    [InlineData("0x1.8", "illegal number syntax: \"0x1.8\"")]
    [InlineData("1.5.2", "unexpected \".2\" in operand")]
    [InlineData("1+2", "bad number syntax: \"1+2\"")]
    [InlineData("'ab'", "malformed character constant: 'ab'")]
    [InlineData("''", "invalid syntax")]
    [InlineData("'\\\"'", "invalid syntax")]
    [InlineData("'a", "unterminated character constant")]
    public void Refuses_BadNumbers(string literal, string expected) => Assert.Equal("template: :1: " + expected, Rendered.Error($"{{{{{literal}}}}}"));

    [Fact]
    public void Refuses_NumbersThatFitOnlyUnsignedWhenTheyAreUsed() =>
        Assert.Equal(
            "template: :1:2: executing \"\" at <9223372036854775808>: 9223372036854775808 overflows int",
            Rendered.Error("{{9223372036854775808}}"));

    [Theory]
    [InlineData("\"a\\tb\"", "a\tb")]
    [InlineData("\"\\a\\b\\f\\n\\r\\t\\v\\\\\\\"\"", "\a\b\f\n\r\t\v\\\"")]
    [InlineData("\"\\101\\x42\\u0043\\U00000044\"", "ABCD")]
    [InlineData("`a\\n`", "a\\n")]
    [InlineData("`a\r\nb`", "a\nb")]
    [InlineData("\"日本\"", "日本")]
    public void Reads_Strings(string literal, string expected) => Assert.Equal(expected, Rendered.Output($"{{{{{literal}}}}}"));

    [Fact]
    public void Keeps_BytesOfEscapes()
    {
        var result = Rendered.Result("{{\"\\xff\\376\"}}", TemplateOptions.Default);

        Assert.Equal([0xFF, 0xFE], result.Output.ToArray());
    }

    [Theory]
    [InlineData("\"\\q\"", "invalid syntax")]
    [InlineData("\"\\'\"", "invalid syntax")]
    [InlineData("\"\\x4\"", "invalid syntax")]
    [InlineData("\"\\400\"", "invalid syntax")]
    [InlineData("\"\\ud800\"", "invalid syntax")]
    [InlineData("\"\\U00110000\"", "invalid syntax")]
    [InlineData("\"a\nb\"", "unterminated quoted string")]
    [InlineData("`a", "unterminated raw quoted string")]
    public void Refuses_BadStrings(string literal, string expected) => Assert.Equal("template: :1: " + expected, Rendered.Error($"{{{{{literal}}}}}"));
}
