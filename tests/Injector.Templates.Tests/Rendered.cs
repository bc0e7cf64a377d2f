using System.Text;
using System.Text.Json;
using Injector.Templates.Checking;
using Injector.Templates.Values;

namespace Injector.Templates.Tests;

/// <summary>Renders small templates for tests.</summary>
internal static class Rendered
{
    private const string Data = """
        {"s": "text", "n": 5, "f": 2.5, "t": true, "nul": null, "l": ["a", "b", "c"], "m": {"k": "v", "k2": {"deep": 1}}, "empty": "", "zero": 0, "el": [], "em": {}}
        """;

    /// <summary>The output of a template over the common data, numbers as int and float64.</summary>
    public static string Output(string text) => Output(text, TemplateOptions.Default);

    public static string Output(string text, TemplateOptions options)
    {
        var result = Result(text, options);
        Assert.Null(result.Error?.Message);
        return Encoding.UTF8.GetString(result.Output.Span);
    }

    /// <summary>The message of the first error, of reading or of running.</summary>
    public static string Error(string text) => Error(text, TemplateOptions.Default);

    public static string Error(string text, TemplateOptions options)
    {
        var parsed = Template.Parse(text, options);
        var error = parsed.Template is { } template ? template.Render(Host(), Dot(CaseNumbers.Int)).Error : parsed.Errors[0];
        Assert.NotNull(error);
        return error.Message;
    }

    public static RenderResult Result(string text, TemplateOptions options)
    {
        var parsed = Template.Parse(text, options);
        Assert.Empty(parsed.Errors);
        Assert.NotNull(parsed.Template);
        return parsed.Template.Render(Host(), Dot(CaseNumbers.Int));
    }

    public static RecordedHost Host() => new() { Time = TimeProvider.System, Chance = static () => 0 };

    public static Value Dot(CaseNumbers numbers)
    {
        using var document = JsonDocument.Parse(Data);
        return CaseData.From(document.RootElement, numbers);
    }
}
