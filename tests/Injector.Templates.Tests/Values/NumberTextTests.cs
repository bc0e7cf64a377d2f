using Injector.Templates.Checking;
using Injector.Templates.Values;

namespace Injector.Templates.Tests.Values;

/// <summary>Numbers of Vault answers are texts of a type of their own (2).</summary>
public sealed class NumberTextTests
{
    [Theory]
    [InlineData("{{.n}} {{printf \"%s|%v|%q\" .n .n .n}}", "5 5|5|\"5\"")]
    [InlineData("{{printf \"%d\" .n}}", "%!d(json.Number=5)")]
    [InlineData("{{printf \"%T %#v\" .n .n}}", "json.Number \"5\"")]
    [InlineData("{{if .zero}}true{{end}}", "true")]
    [InlineData("{{print .n .n}}", "55")]
    [InlineData("{{eq .n \"5\"}} {{eq .n .n}} {{lt .n \"6\"}} {{len .f}}", "true true true 3")]
    [InlineData("{{index .n 0}} {{slice .f 0 1}}", "53 2")]
    [InlineData("{{printf \"%T\" (slice .f 0 1)}}", "json.Number")]
    [InlineData("{{.n.Int64}} {{.f.Float64}} {{.n.String}} {{printf \"%T\" .n.Int64}}", "5 2.5 5 int64")]
    public void Behaves_AsText(string template, string expected) => Assert.Equal(expected, Output(template));

    [Theory]
    [InlineData("{{eq .n 5}}", "error calling eq: incompatible types for comparison: json.Number and int")]
    [InlineData("{{index .l .n}}", "error calling index: cannot index slice/array with type json.Number")]
    [InlineData("{{index .m .n}}", "error calling index: value has type json.Number; should be string")]
    [InlineData("{{printf .n}}", "wrong type for value; expected string; got json.Number")]
    [InlineData("{{range .n}}{{end}}", "range can't iterate over 5")]
    [InlineData("{{.f.Int64}}", "error calling Int64: strconv.ParseInt: parsing \"2.5\": invalid syntax")]
    [InlineData("{{.n.x}}", "can't evaluate field x in type interface {}")]
    public void Fails_WhereANumberIsWanted(string template, string cause)
    {
        var result = Template.Parse(template, TemplateOptions.Default).Template?.Render(Rendered.Host(), Rendered.Dot(CaseNumbers.Text));

        Assert.EndsWith(cause, result?.Error?.Message, StringComparison.Ordinal);
    }

    private static string Output(string template)
    {
        var result = Template.Parse(template, TemplateOptions.Default).Template?.Render(Rendered.Host(), Rendered.Dot(CaseNumbers.Text));

        Assert.NotNull(result);
        Assert.Null(result.Error?.Message);
        return System.Text.Encoding.UTF8.GetString(result.Output.Span);
    }
}
