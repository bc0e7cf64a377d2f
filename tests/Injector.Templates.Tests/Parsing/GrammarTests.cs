namespace Injector.Templates.Tests.Parsing;

/// <summary>The grammar (G1–G9).</summary>
public sealed class GrammarTests
{
    [Theory]
    [InlineData("{{}}", "missing value for command")]
    [InlineData("{{|}}", "unexpected \"|\" in command")]
    [InlineData("{{print(1)}}", "unexpected \"(\" in operand")]
    [InlineData("{{1 | 2}}", "non executable command in pipeline stage 2")]
    [InlineData("{{1 | print | \"x\"}}", "non executable command in pipeline stage 3")]
    [InlineData("{{\"x\".y}}", "unexpected . after term \"\\\"x\\\"\"")]
    [InlineData("{{1.x}}", "bad number syntax: \"1.x\"")]
    [InlineData("{{nil.x}}", "unexpected . after term \"nil\"")]
    [InlineData("{{true.x}}", "unexpected . after term \"true\"")]
    [InlineData("{{..x}}", "unexpected . after term \".\"")]
    [InlineData("{{nosuch}}", "function \"nosuch\" not defined")]
    [InlineData("{{$x}}", "undefined variable \"$x\"")]
    [InlineData("{{$x.y}}", "undefined variable \"$x\"")]
    [InlineData("{{$a, $b := 1}}", "too many declarations in command")]
    [InlineData("{{range $a, $b, $c := .l}}{{end}}", "too many declarations in range")]
    [InlineData("{{range $a, 1 := .l}}{{end}}", "range can only initialize variables")]
    [InlineData("{{if .t}}{{define \"x\"}}{{end}}{{end}}", "unexpected <define> in command")]
    [InlineData("{{define x}}{{end}}", "unexpected \"x\" in define clause")]
    [InlineData("{{define \"x\" 1}}{{end}}", "unexpected \"1\" in define clause")]
    [InlineData("{{define \"x\"}}{{else}}{{end}}", "unexpected {{else}} in define clause")]
    [InlineData("{{block \"x\" .}}{{else}}{{end}}", "unexpected {{else}} in block clause")]
    [InlineData("{{block \"x\"}}{{end}}", "missing value for block clause")]
    [InlineData("{{template .s}}", "unexpected \".s\" in template clause")]
    [InlineData("{{end}}", "unexpected {{end}}")]
    [InlineData("{{else}}", "unexpected {{else}}")]
    [InlineData("{{end 1}}", "unexpected \"1\" in end")]
    [InlineData("{{if .t}}{{else 1}}{{end}}", "unexpected \"1\" in else")]
    [InlineData("{{if .t}}", "unexpected EOF")]
    [InlineData("{{if .t}}{{else}}{{else}}{{end}}", "expected end; found {{else}}")]
    [InlineData("{{if .t}}{{else with .s}}{{end}}", "unexpected <with> in input")]
    [InlineData("{{with .t}}{{else if .s}}{{end}}", "unexpected <if> in input")]
    [InlineData("{{break}}", "{{break}} outside {{range}}")]
    [InlineData("{{continue}}", "{{continue}} outside {{range}}")]
    [InlineData("{{range .l}}{{break 1}}{{end}}", "unexpected \"1\" in {{break}}")]
    [InlineData("{{range .l}}{{block \"b\" .}}{{break}}{{end}}{{end}}", "{{break}} outside {{range}}")]
    [InlineData("{{define \"a\"}}1{{end}}{{define \"a\"}}2{{end}}", "template: multiple definition of template \"a\"")]
    [InlineData("{{block \"a\" .}}1{{end}}{{define \"a\"}}2{{end}}", "template: multiple definition of template \"a\"")]
    [InlineData("{{define \"\"}}1{{end}}text", "template: multiple definition of template \"\"")]
    [InlineData("{{if}}{{end}}", "missing value for if")]
    [InlineData("{{with}}{{end}}", "missing value for with")]
    [InlineData("{{range}}{{end}}", "missing value for range")]
    [InlineData("{{()}}", "missing value for parenthesized pipeline")]
    [InlineData("{{print \"abcdefghijkl\" ,}}", "unexpected \",\" in operand")]
    [InlineData("{{template abcdefghijklm}}", "unexpected \"abcdefghij\"... in template clause")]
    [InlineData("{{.s", "unclosed action")]
    public void Refuses_WithTheTextOfGo(string template, string expected) => Assert.Equal("template: :1: " + expected, Rendered.Error(template));

    [Theory]
    [InlineData("{{define \"x\"}}a\nb{{else}}", "2: unexpected {{else}} in define clause")]
    [InlineData("{{block \"x\" .}}a\nb{{else}}", "1: unexpected {{else}} in block clause")]
    [InlineData("{{if 1}}a\n{{else}}b\n{{else}}", "3: expected end; found {{else}}")]
    public void Names_TheLineOfWhatWasReadLast(string template, string expected) => Assert.Equal("template: :" + expected, Rendered.Error(template));

    [Theory]
    [InlineData("{{.s |}}", "text")]
    [InlineData("{{(.m).k}}", "v")]
    [InlineData("{{((.m)).k}}", "v")]
    [InlineData("{{($x := 3)}}{{$x}}", "33")]
    [InlineData("{{define \"a\"}} {{end}}{{define \"a\"}}x{{end}}{{template \"a\"}}", "x")]
    [InlineData("{{define \"a\"}}x{{end}}{{define \"a\"}} {{/* c */}} {{end}}{{template \"a\"}}", "x")]
    [InlineData("{{template \"a\"}}{{define \"a\"}}late{{end}}", "late")]
    [InlineData("{{range .l}}{{if .}}{{break}}{{end}}{{end}}", "")]
    [InlineData("{{$ := 1}}{{$}}", "1")]
    [InlineData("{{define \"a\"}}{{define \"b\"}}{{end}}{{end}}", null)]
    public void Accepts_WhatGoAccepts(string template, string? expected)
    {
        if (expected is null)
        {
            Assert.Equal("template: :1: unexpected <define> in command", Rendered.Error(template));
        }
        else
        {
            Assert.Equal(expected, Rendered.Output(template));
        }
    }
}
