namespace Injector.Templates.Tests.Evaluation;

/// <summary>Fields, missing keys and methods (5.3).</summary>
public sealed class FieldTests
{
    private static readonly TemplateOptions Nothing = new() { MissingKey = MissingKey.Nothing };
    private static readonly TemplateOptions Strict = new() { MissingKey = MissingKey.Error };

    [Theory]
    [InlineData("{{.missing}}", "<no value>")]
    [InlineData("{{.nul}}", "<no value>")]
    [InlineData("{{print .missing}}", "<nil>")]
    [InlineData("{{.m.missing}}", "<no value>")]
    [InlineData("{{$.m.k}}", "v")]
    [InlineData("{{(index .m \"k2\").deep}}", "1")]
    public void Gives_ZeroForMissingKeys(string template, string expected) => Assert.Equal(expected, Rendered.Output(template));

    [Theory]
    [InlineData("{{.missing.x.y}}", "<no value>")]
    [InlineData("{{.m.missing.x}}", "<no value>")]
    public void Gives_NothingOfNothing(string template, string expected) => Assert.Equal(expected, Rendered.Output(template, Nothing));

    [Theory]
    [InlineData("{{.missing.x}}", "template: :1:10: executing \"\" at <.missing.x>: nil pointer evaluating interface {}.x")]
    [InlineData("{{.nul.x}}", "template: :1:6: executing \"\" at <.nul.x>: nil pointer evaluating interface {}.x")]
    [InlineData("{{.s.x}}", "template: :1:4: executing \"\" at <.s.x>: can't evaluate field x in type interface {}")]
    [InlineData("{{(.s).x}}", "template: :1:3: executing \"\" at <.s>: can't evaluate field x in type string")]
    [InlineData("{{$v := .s}}{{$v.x}}", "template: :1:16: executing \"\" at <$v.x>: can't evaluate field x in type string")]
    [InlineData("{{range .l}}{{.x}}{{end}}", "template: :1:14: executing \"\" at <.x>: can't evaluate field x in type interface {}")]
    [InlineData("{{.m 1}}", "template: :1:2: executing \"\" at <.m>: m is not a method but has arguments")]
    [InlineData("{{1 | .m}}", "template: :1:6: executing \"\" at <.m>: m is not a method but has arguments")]
    [InlineData("{{(.s) 1}}", "template: :1:2: executing \"\" at <(.s) 1>: can't give argument to non-function .s")]
    [InlineData("{{1 2}}", "template: :1:2: executing \"\" at <1>: can't give argument to non-function 1")]
    [InlineData("{{nil}}", "template: :1:2: executing \"\" at <nil>: nil is not a command")]
    [InlineData("é\n {{.m.k.b}}", "template: :2:5: executing \"\" at <.m.k.b>: can't evaluate field b in type interface {}")]
    public void Fails_OnWhatHasNoFields(string template, string expected) => Assert.Equal(expected, Rendered.Error(template));

    [Theory]
    [InlineData("{{.missing}}", "template: :1:2: executing \"\" at <.missing>: map has no entry for key \"missing\"")]
    [InlineData("{{.m.missing}}", "template: :1:4: executing \"\" at <.m.missing>: map has no entry for key \"missing\"")]
    [InlineData("{{define \"a\"}}{{.x}}{{end}}{{template \"a\"}}", "template: :1:16: executing \"a\" at <.x>: nil data; no entry for key \"x\"")]
    public void Fails_OnMissingKeysWhenAsked(string template, string expected) => Assert.Equal(expected, Rendered.Error(template, Strict));

    [Fact]
    public void Never_FailsOnMissingKeysOfIndex() => Assert.Equal("<no value>", Rendered.Output("{{index .m \"missing\"}}", Strict));
}
