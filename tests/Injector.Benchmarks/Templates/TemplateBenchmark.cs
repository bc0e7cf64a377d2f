using BenchmarkDotNet.Attributes;
using Injector.Templates;
using Injector.Templates.Checking;
using Injector.Templates.Values;

namespace Injector.Benchmarks.Templates;

/// <summary>Reading and rendering of three templates: the default map, a dotenv file, a long configuration file.</summary>
[MemoryDiagnoser]
public class TemplateBenchmark
{
    private readonly RecordedHost _host = new() { Time = TimeProvider.System, Chance = static () => 0 };
    private string _text = "";
    private Value _data = Value.Nil;
    private Template? _template;

    /// <summary>Which template: <c>map</c>, <c>dotenv</c> or <c>configuration</c>.</summary>
    [Params("map", "dotenv", "configuration")]
    public string Subject { get; set; } = "";

    /// <summary>Prepares the text and the data.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        (_text, _data) = Subject switch
        {
            "map" => (TemplateTexts.Map, TemplateTexts.Secret(10)),
            "dotenv" => (TemplateTexts.Dotenv(), TemplateTexts.Secret(50)),
            _ => (TemplateTexts.Configuration(), TemplateTexts.Secret(50)),
        };
        _template = Template.Parse(_text, TemplateOptions.Default).Template;
    }

    /// <summary>Reads the text.</summary>
    [Benchmark]
    public TemplateParseResult Parse() => Template.Parse(_text, TemplateOptions.Default);

    /// <summary>Renders the template that was read before.</summary>
    [Benchmark]
    public RenderResult? Render() => _template?.Render(_host, _data);
}
