namespace Injector.Templates.Tests.Lexing;

/// <summary>Text, delimiters, trim markers and comments (L1–L7).</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\r\nb", "a\r\nb")]
    [InlineData("lone }} stays", "lone }} stays")]
    [InlineData("{ {1}", "{ {1}")]
    [InlineData("", "")]
    public void Copies_TextByteForByte(string template, string expected) => Assert.Equal(expected, Rendered.Output(template));

    [Theory]
    [InlineData("a  {{- 1}}", "a1")]
    [InlineData("{{1 -}}  b", "1b")]
    [InlineData("a \n\t\r {{- 1 -}} \n b", "a1b")]
    [InlineData("a\v {{- 1}}", "a\v1")]
    [InlineData("a\u00a0{{- 1}}", "a\u00a01")]
    [InlineData("{{-3}}", "-3")]
    [InlineData("{{- -3}}", "-3")]
    [InlineData("{{- 3\n-}} x", "3x")]
    [InlineData("{{1 -}}{{- 2}}", "12")]
    [InlineData("  {{- \"\" -}}  ", "")]
    public void Trims_FourSpaceCharactersOnly(string template, string expected) => Assert.Equal(expected, Rendered.Output(template));

    [Theory]
    [InlineData("a{{/* x */}}b", "ab")]
    [InlineData("a {{- /* x */ -}} b", "ab")]
    [InlineData("a {{/* one\ntwo }} */}} b", "a  b")]
    [InlineData("{{/**/}}", "")]
    public void Drops_Comments(string template, string expected) => Assert.Equal(expected, Rendered.Output(template));

    [Theory]
    [InlineData("{{/* x", "template: :1: unclosed comment")]
    [InlineData("{{/* x */ }}", "template: :1: comment ends before closing delimiter")]
    [InlineData("{{ /* x */}}", "template: :1: unexpected \"/\" in command")]
    [InlineData("{{- - }}", "template: :1: illegal number syntax: \"-\"")]
    public void Refuses_BrokenCommentsAndMarkers(string template, string expected) => Assert.Equal(expected, Rendered.Error(template));

    [Theory]
    [InlineData("<< .s >>", "<<", ">>", "text")]
    [InlineData("[[ .s ]] {{ .s }}", "[[", "]]", "text {{ .s }}")]
    [InlineData("{{ .s )", "", ")", "text")]
    [InlineData("|.s|", "|", "|", "text")]
    [InlineData("«.s»", "«", "»", "text")]
    public void Takes_AnyDelimiters(string template, string left, string right, string expected) =>
        Assert.Equal(expected, Rendered.Output(template, new TemplateOptions { LeftDelimiter = left, RightDelimiter = right }));

    [Theory]
    [InlineData("{{ .s\n}}", "text")]
    [InlineData("{{\t.s\r\n|\nprint }}", "text")]
    [InlineData("{{\"}}\"}}", "}}")]
    [InlineData("{{`}}`}}", "}}")]
    [InlineData("{{ \"{{\" }}", "{{")]
    public void Allows_NewlinesAndDelimitersInsideActions(string template, string expected) => Assert.Equal(expected, Rendered.Output(template));
}
