using System.Text;
using System.Text.Json;
using Injector.Contracts.Agent.Reading;

namespace Injector.Contracts.Tests.Agent.Reading;

/// <summary>HCL 1 as its own parser reads it. Members are written as pairs, so that blocks of one name stay apart.</summary>
public sealed class HclDocumentTests
{
    [Theory]
    [InlineData("a = 1 b = 2", """[["a",1],["b",2]]""")]
    [InlineData("a = 1, b {},\nc = 3,", """[["a",1],["b",[]],["c",3]]""")]
    [InlineData("a { b = 1, c = 2, }", """[["a",[["b",1],["c",2]]]]""")]
    [InlineData("é-1.x_ = 1", """[["é-1.x_",1]]""")]
    [InlineData("a \"b c\" d { e = 1 }", """[["a",[["b c",[["d",[["e",1]]]]]]]]""")]
    [InlineData("a {}\na {}", """[["a",[]],["a",[]]]""")]
    [InlineData("a = [1, \"x\", true,\n[], {b = 1},\n]", """[["a",[1,"x",true,[],[["b",1]]]]]""")]
    [InlineData("# c\n// c\n/* c\n*/ a = 1 # c", """[["a",1]]""")]
    public void Structure(string document, string expected) => Assert.Equal(expected, Print(document));

    [Theory]
    [InlineData("0644", "0644")]
    [InlineData("0x1F", "0x1F")]
    [InlineData("-2.5e3", "-2.5e3")]
    [InlineData(".5", ".5")]
    [InlineData("1.", "1.")]
    public void Numbers_StayAsTheyAreWritten(string number, string expected) => Assert.Equal($"""[["a",{expected}]]""", Print("a = " + number));

    [Theory]
    [InlineData("""
        "\a\b\f\n\r\t\v\\\"\x41\101\u00e9\U0001F600"
        """, "\a\b\f\n\r\t\v\\\"AAé😀")]
    [InlineData("\"$ $$ $x {y}\"", "$ $$ $x {y}")]
    [InlineData("\"x${y}z\"", "x${y}z")]
    [InlineData("\"x${\"q\"}z\"", "x${\"q\"}z")]
    [InlineData("\"${a{b}\"c\"}\\n\"", "${a{b}\"c\"}\n")]
    [InlineData("\"${\\\"q\\\"\\n}\"", "${\\\"q\\\"\\n}")]
    [InlineData("\"${\r\n}\"", "${\n}")]
    [InlineData("<<EOF\n  a\n\n b\nEOF\n", "  a\n\n b\n")]
    [InlineData("<<EOF\nEOF\n", "")]
    [InlineData("<<EOF\na\n\t EOF\n", "a\n\t ")]
    [InlineData("<<EOF\na\nEOF \n EOFx\nEOF\n", "a\nEOF \n EOFx\n")]
    [InlineData("<<-EOF\n    a\n      b\n    EOF\n", "a\n  b\n")]
    [InlineData("<<-EOF\n    a\n  b\n    EOF\n", "    a\n  b\n")]
    [InlineData("<<-EOF\n  a\n\n  EOF\n", "  a\n\n")]
    [InlineData("<<-EOF\r\n  a\\n\"${\r\n  EOF\r\n", "a\\n\"${\n")]
    public void Texts(string text, string expected) => Assert.Equal($"""[["a","{JsonEncodedText.Encode(expected, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}"]]""", Print("a = " + text));

    [Theory]
    [InlineData("a = \"x\ny\"", 4, "this text has no closing quote")]
    [InlineData("a = \"x${y\"\n", 6, "this '${' has no closing '}'")]
    [InlineData("a = \"\\q\"", 5, "this escape is not known")]
    [InlineData("a = \"\\'\"", 5, "this escape is not known")]
    [InlineData("a = \"\\108\"", 5, "this escape is not a character")]
    [InlineData("a = \"${\\q}\"", 7, "this escape is not known")]
    [InlineData("a = <<EOF\nx\nEOF \n", 4, "this text does not end with 'EOF' on a line of its own, without spaces after it")]
    [InlineData("a = <<\n", 4, "a marker and a line break are expected after '<<'")]
    [InlineData("a = -", 4, "this character is not expected")]
    [InlineData("a\u00A0= 1", 1, "this character is not expected")]
    [InlineData("a = 1,, b = 2", 6, "a name is expected")]
    [InlineData("a = [1 2]", 7, "',' or ']' is expected")]
    [InlineData("a = {", 4, "this block has no closing '}'")]
    [InlineData("a = foo", 4, "a value is expected")]
    [InlineData("a", 1, "'=' or '{' is expected after 'a'")]
    [InlineData("/* a = 1", 0, "this comment has no end")]
    public void Faults_AreNamedWhereTheyAre(string document, int offset, string reason)
    {
        var fault = Assert.Throws<ConfigSyntaxException>(() => Print(document));

        Assert.Equal((offset, reason), (fault.Offset, fault.Reason));
    }

    private static string Print(string document) => Print(HclConfigParser.Parse(new ConfigurationText("config.hcl", Encoding.UTF8.GetBytes(document))));

    private static string Print(ConfigNode node) => node switch
    {
        ObjectNode block => $"[{string.Join(',', block.Members.Select(static member => $"[\"{member.Name}\",{Print(member.Value)}]"))}]",
        ListNode list => $"[{string.Join(',', list.Items.Select(Print))}]",
        TextNode text => $"\"{JsonEncodedText.Encode(text.Value, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"",
        NumberNode number => number.Raw,
        FlagNode flag => flag.Value ? "true" : "false",
        _ => throw new InvalidOperationException($"There is no such node in HCL: {node}."),
    };
}
