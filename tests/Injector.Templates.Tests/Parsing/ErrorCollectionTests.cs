using Injector.Contracts.Diagnostics;

namespace Injector.Templates.Tests.Parsing;

/// <summary>Several mistakes in one text.</summary>
public sealed class ErrorCollectionTests
{
    [Fact]
    public void Reports_EveryMistakeInOrder()
    {
        const string Text = "{{nosuch 1}}\n{{.a-b}}\n{{if .t}}{{other}}{{end}}\n{{\"\\q\"}}";

        var errors = Template.Parse(Text, TemplateOptions.Default).Errors;

        Assert.Equal(
            [
                "template: :1: function \"nosuch\" not defined",
                "template: :2: bad character U+002D '-'",
                "template: :3: function \"other\" not defined",
                "template: :4: invalid syntax",
            ],
            errors.Select(error => error.Message));
        Assert.Equal([1, 2, 3, 4], errors.Select(error => error.Line));
        Assert.Equal([2, 2, 11, 2], errors.Select(error => error.Column));
    }

    [Fact]
    public void Goes_OnAfterAMistakeInACondition()
    {
        var errors = Template.Parse("{{if nosuch}}{{else}}{{bad}}{{end}}{{end}}", TemplateOptions.Default).Errors;

        Assert.Equal(
            ["template: :1: function \"nosuch\" not defined", "template: :1: function \"bad\" not defined", "template: :1: unexpected {{end}}"],
            errors.Select(error => error.Message));
    }

    [Fact]
    public void Goes_OnAfterAMistakeInADefinition()
    {
        var errors = Template.Parse("{{define x}}a{{end}}{{nosuch}}", TemplateOptions.Default).Errors;

        Assert.Equal(2, errors.Count);
    }

    [Fact]
    public void Stops_AfterTwentyMistakes()
    {
        var text = string.Concat(Enumerable.Repeat("{{nosuch}}", 50));

        Assert.Equal(20, Template.Parse(text, TemplateOptions.Default).Errors.Count);
    }

    [Fact]
    public void Names_TheTemplate()
    {
        var error = Template.Parse("{{nosuch}}", new TemplateOptions { Name = "app.tpl" }).Errors[0];

        Assert.Equal("template: app.tpl:1: function \"nosuch\" not defined", error.Message);
        Assert.Equal(Catalogue.Templates.UnknownFunction, error.Descriptor);
        Assert.Equal(new TextSpan(2, 6), error.Span);
        Assert.Equal("VI0502", error.ToDiagnostic("agent-inject-template-app").Code);
    }
}
