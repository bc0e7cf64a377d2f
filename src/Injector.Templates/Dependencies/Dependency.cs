namespace Injector.Templates.Dependencies;

/// <summary>
/// Something a template asked its host for. Two dependencies are the same when they would be answered by the same request.
/// </summary>
public abstract record Dependency
{
    private protected Dependency()
    {
    }

    /// <summary>The name consul-template gives the dependency, for example <c>vault.read(kv/data/app)</c>.</summary>
    public abstract string Name { get; }

    /// <inheritdoc cref="Name"/>
    public sealed override string ToString() => Name;
}
