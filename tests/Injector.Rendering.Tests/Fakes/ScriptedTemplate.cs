using System.Text;
using Injector.Contracts.Diagnostics;
using Injector.Templates;
using Injector.Templates.Dependencies;
using Injector.Templates.Values;

namespace Injector.Rendering.Tests.Fakes;

/// <summary>A template written as a C# function over its host: what is tested here is rendering, not the language.</summary>
internal sealed class ScriptedTemplate
{
    private static readonly DiagnosticDescriptor Failed = new("VI0599", DiagnosticSeverity.Error, "{0}: {1}", "Correct the template.");

    private readonly Func<ScriptedTemplate, string> _script;
    private readonly List<Dependency> _used = [];
    private readonly List<Dependency> _missing = [];
    private ITemplateHost? _host;

    private ScriptedTemplate(Func<ScriptedTemplate, string> script) => _script = script;

    public static Func<ITemplateHost, RenderResult> Of(Func<ScriptedTemplate, string> script) => host => new ScriptedTemplate(script).Run(host);

    /// <summary>Prints the fields of one secret.</summary>
    public static Func<ITemplateHost, RenderResult> Show(string path, params string[] fields) => Of(run => run.Show(run.Get(Read(path)), fields));

    public static VaultRead Read(string path) => new(path);

    public static VaultWrite Write(string path, string key, string value) => new(path, DependencyParameters.Of([new(key, value)]));

    public Value? Get(Dependency dependency)
    {
        _used.Add(dependency);
        if (_host is not null && _host.TryGet(dependency, out var value))
        {
            return value;
        }

        _missing.Add(dependency);
        return null;
    }

    public string Show(Value? value, params string[] fields)
    {
        var texts = fields.Select(field => TextOf(value, field.Split('.', StringSplitOptions.RemoveEmptyEntries)));
        return string.Join(' ', texts);
    }

    private static string TextOf(Value? value, IEnumerable<string> path)
    {
        var current = value is SecretValue secret ? secret.Data : value;
        foreach (var step in path)
        {
            current = current switch
            {
                MapValue map when map.TryGet(Encoding.UTF8.GetBytes(step), out var entry) => entry,
                CertificateValue certificate => certificate.Fields.Single(field => field.Name == step).Value,
                _ => null,
            };
        }

        return current switch
        {
            TextValue text => text.Decode(),
            ListValue list => string.Join(',', list.Items.ToArray().Select(item => TextOf(item, []))),
            _ => "",
        };
    }

    private RenderResult Run(ITemplateHost host)
    {
        _host = host;
        try
        {
            var output = _script(this);
            return new RenderResult { Output = Encoding.UTF8.GetBytes(output), Used = _used, Missing = _missing };
        }
        catch (FormatException fault)
        {
            var error = new TemplateError(Failed, TemplatePhase.Execute, fault.Message, 1, 0, new TextSpan(0, 0));
            return new RenderResult { Output = default, Used = _used, Missing = _missing, Error = error };
        }
    }
}
