namespace Injector.Templates.Tests.Lexing;

/// <summary>Identifiers, fields, variables and what may follow them (3.2).</summary>
public sealed class WordTests
{
    [Theory]
    [InlineData("{{.a-b}}", "bad character U+002D '-'")]
    [InlineData("{{.s+1}}", "bad character U+002B '+'")]
    [InlineData("{{print\"a\"}}", "bad character U+0022 '\"'")]
    [InlineData("{{$x-1}}", "bad character U+002D '-'")]
    [InlineData("{{.s\u0001}}", "bad character U+0001")]
    [InlineData("{{\u00a0}}", "unrecognized character in action: U+00A0")]
    [InlineData("{{😀}}", "unrecognized character in action: U+1F600 '😀'")]
    [InlineData("{{\u0001}}", "unrecognized character in action: U+0001")]
    [InlineData("{{@}}", "unexpected \"@\" in command")]
    [InlineData("{{!.s}}", "unexpected \"!\" in command")]
    [InlineData("{{:}}", "expected :=")]
    [InlineData("{{)}}", "unexpected right paren")]
    [InlineData("{{(1}}", "unclosed left paren")]
    [InlineData("{{.", "illegal number syntax: \".\"")]
    [InlineData("{{", "unclosed action")]
    public void Refuses_WhatIsNoWord(string template, string expected) => Assert.Equal("template: :1: " + expected, Rendered.Error(template));

    [Theory]
    [InlineData("{{$é_1 := 3}}{{$é_1}}", "3")]
    [InlineData("{{define \"naïve\"}}x{{end}}{{template \"naïve\"}}", "x")]
    [InlineData("{{if(.t)}}y{{end}}", "y")]
    [InlineData("{{.s|len}}", "4")]
    public void Accepts_UnicodeLettersAndTightSyntax(string template, string expected) => Assert.Equal(expected, Rendered.Output(template));

    [Theory]
    [InlineData("{{\n\n.s-}}", "template: :3: bad character U+002D '-' in action started at :1")]
    [InlineData("x\n{{ .s\n", "template: :3: unclosed action started at :2")]
    [InlineData("{{\"a\n", "template: :1: unterminated quoted string")]
    public void Names_TheLineWhereTheActionStarted(string template, string expected) => Assert.Equal(expected, Rendered.Error(template));
}
