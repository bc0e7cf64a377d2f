using System.Diagnostics.CodeAnalysis;
using Injector.Templates.Dependencies;
using Injector.Templates.Values;

namespace Injector.Templates.Rendering;

/// <summary>A host that knows nothing: for finding out what a call asks for.</summary>
internal sealed class UnansweringHost : ITemplateHost
{
    public static readonly UnansweringHost Instance = new();

    public TimeProvider Time => TimeProvider.System;

    public Func<double> Chance => static () => 0;

    public bool TryGet(Dependency dependency, [NotNullWhen(true)] out Value? value)
    {
        value = null;
        return false;
    }

    public bool TryGetEnvironment(string name, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return false;
    }
}
