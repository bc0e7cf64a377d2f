using System.Diagnostics.CodeAnalysis;
using Injector.Rendering.Dependencies;
using Injector.Templates;
using Injector.Templates.Dependencies;
using Injector.Templates.Values;

namespace Injector.Rendering.Templating;

/// <summary>What templates may ask for, answered from the dependency table.</summary>
internal sealed class AgentTemplateHost : ITemplateHost
{
    private readonly DependencyTable _table;
    private readonly Func<string, string?> _environment;

    public AgentTemplateHost(DependencyTable table, TimeProvider time, Func<double> chance, Func<string, string?> environment)
    {
        _table = table;
        _environment = environment;
        Time = time;
        Chance = chance;
    }

    public TimeProvider Time { get; }

    public Func<double> Chance { get; }

    public bool TryGet(Dependency dependency, [NotNullWhen(true)] out Value? value) => _table.TryGet(dependency, out value);

    public bool TryGetEnvironment(string name, [NotNullWhen(true)] out string? value)
    {
        value = _environment(name);
        return value is not null;
    }
}
