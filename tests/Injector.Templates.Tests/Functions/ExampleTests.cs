using System.Text;
using Injector.Templates.Reference;

namespace Injector.Templates.Tests.Functions;

/// <summary>The examples of the reference page: one per function, all true.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Functions() => [.. FunctionReference.Groups.SelectMany(group => group.Examples).Select(example => example.Function)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Example_GivesItsResult(string function)
    {
        var example = FunctionReference.Groups.SelectMany(group => group.Examples).Single(candidate => candidate.Function == function);
        var parsed = Template.Parse(example.Template, TemplateOptions.Default);

        var result = parsed.Template?.Render(ExampleHost.Create());

        Assert.NotNull(result);
        if (example.Fails)
        {
            Assert.EndsWith(": " + example.Result, result.Error?.Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Null(result.Error);
            Assert.Empty(result.Missing);
            Assert.Equal(example.Result, Encoding.UTF8.GetString(result.Output.Span));
        }
    }

    [Fact]
    public void EveryFunction_HasAnExample() => Assert.Equal(
        FunctionReference.Names.Order(StringComparer.Ordinal),
        FunctionReference.Groups.SelectMany(group => group.Examples).Select(example => example.Function).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("indent", "indent(int, string) string")]
    [InlineData("secret", "secret(string…) any")]
    [InlineData("sprig_dict", "sprig_dict(any…) map[string]any")]
    public void Signature_NamesGoTypes(string function, string signature) => Assert.Equal(signature, FunctionReference.Signature(function));
}
