using System.Diagnostics;
using Injector.Contracts.Diagnostics;

namespace Injector.Templates.Tests.Limits;

/// <summary>Going beyond a limit is an error with a code, never a crash or a hang (D14).</summary>
public sealed class LimitTests
{
    [Fact]
    public void Refuses_ParenthesesOneHundredThousandDeep()
    {
        var text = "{{" + new string('(', 100_000) + "1" + new string(')', 100_000) + "}}";

        var error = Template.Parse(text, TemplateOptions.Default).Errors[0];

        Assert.Equal("template: :1: max expression depth exceeded", error.Message);
        Assert.Equal(Catalogue.Templates.NestingLimit, error.Descriptor);
    }

    [Fact]
    public void Renders_ParenthesesAsDeepAsGo()
    {
        var text = "{{" + new string('(', 9_999) + "1" + new string(')', 9_999) + "}}";

        Assert.Equal("1", Rendered.Output(text));
    }

    [Theory]
    [InlineData("{{if true}}")]
    [InlineData("{{range 1}}")]
    [InlineData("{{with 1}}")]
    [InlineData("{{block \"b\" 1}}")]
    [InlineData("{{if false}}{{else if true}}")]
    public void Refuses_ActionsOneHundredThousandDeep(string open)
    {
        var text = string.Concat(Enumerable.Repeat(open, 100_000));

        var error = Template.Parse(text, TemplateOptions.Default).Errors[0];

        Assert.Equal("template: :1: actions are nested more than 10000 levels deep", error.Message);
        Assert.Equal("VI0504", error.Descriptor.Code);
    }

    [Fact]
    public void Renders_ActionsNestedToTheLimit()
    {
        const int Depth = 9_000;
        var text = string.Concat(Enumerable.Repeat("{{if true}}", Depth)) + "x" + string.Concat(Enumerable.Repeat("{{end}}", Depth));

        Assert.Equal("x", Rendered.Output(text));
    }

    [Fact]
    public void Refuses_EndlessRecursion()
    {
        const string Text = "{{define \"r\"}}{{if true}}{{template \"r\" .}}{{end}}{{end}}{{template \"r\" .}}";

        var result = Rendered.Result(Text, TemplateOptions.Default);

        Assert.Equal(
            "template: :1:36: executing \"r\" at <{{template \"r\" .}}>: exceeded maximum template depth (100000)",
            result.Error?.Message);
        Assert.Equal(Catalogue.Templates.RecursionLimit, result.Error?.Descriptor);
    }

    [Fact]
    public void Allows_RecursionUpToTheLimit()
    {
        const string Text = "{{define \"r\"}}{{if .}}{{template \"r\" (slice . 1)}}{{else}}end{{end}}{{end}}{{template \"r\" (printf \"%50000d\" 1)}}";

        Assert.Equal("end", Rendered.Output(Text));
    }

    [Fact]
    public void Refuses_TooManyRounds()
    {
        var options = new TemplateOptions { Limits = new TemplateLimits { Iterations = 100 } };

        var result = Rendered.Result("{{range 20}}{{range 20}}{{end}}{{end}}", options);

        Assert.EndsWith("loops run more than 100 times", result.Error?.Message, StringComparison.Ordinal);
        Assert.Equal("VI0506", result.Error?.Descriptor.Code);
    }

    [Fact]
    public void Ends_HugeLoopsInBoundedTime()
    {
        var watch = Stopwatch.StartNew();

        var result = Rendered.Result("{{range 9223372036854775807}}{{end}}", TemplateOptions.Default);

        Assert.Equal(Catalogue.Templates.IterationLimit, result.Error?.Descriptor);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Refuses_TooMuchOutput()
    {
        var options = new TemplateOptions { Limits = new TemplateLimits { OutputBytes = 1000 } };

        var result = Rendered.Result("{{range 1000}}0123456789{{end}}", options);

        Assert.EndsWith("the output is larger than 1000 bytes", result.Error?.Message, StringComparison.Ordinal);
        Assert.Equal(Catalogue.Templates.OutputLimit, result.Error?.Descriptor);
    }

    [Fact]
    public void Parses_LargeTextsInLinearTime()
    {
        var watch = Stopwatch.StartNew();
        var text = string.Concat(Enumerable.Repeat("{{if .t}}{{.s}}{{end}}\n", 50_000));

        Assert.Empty(Template.Parse(text, TemplateOptions.Default).Errors);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("{{$x := \"aaaaaaaa\"}}{{range 60}}{{$x = printf \"%s%s\" $x $x}}{{end}}")]
    [InlineData("{{$x := \"aaaaaaaa\"}}{{range 60}}{{$x = sprig_cat $x $x}}{{end}}")]
    [InlineData("{{$x := sprig_list 1}}{{range 60}}{{$x = sprig_concat $x $x}}{{end}}")]
    [InlineData("{{$x := sprig_list 1}}{{range 60}}{{$x = sprig_list $x $x}}{{end}}{{$x}}")]
    [InlineData("{{$x := sprig_list 1}}{{range 60}}{{$x = sprig_list $x $x}}{{end}}{{print $x}}")]
    [InlineData("{{$x := sprig_list}}{{range 500000}}{{$x = sprig_list $x}}{{end}}{{$x}}")]
    [InlineData("{{printf \"%9999999d%9999999d%9999999d\" 1 1 1}}")]
    public void Refuses_ValuesThatGrowWithoutEnd(string template)
    {
        var result = Rendered.Result(template, TemplateOptions.Default);

        Assert.Equal(Catalogue.Templates.OutputLimit, result.Error?.Descriptor);
    }

    [Fact]
    public void Refuses_TemplatesThatExecuteThemselves()
    {
        var result = Rendered.Result("{{define \"r\"}}{{executeTemplate \"r\"}}{{end}}{{template \"r\"}}", TemplateOptions.Default);

        Assert.Equal(Catalogue.Templates.RecursionLimit, result.Error?.Descriptor);
    }
}
