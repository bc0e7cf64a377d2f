namespace Injector.Rendering.Commands;

/// <summary>Whether a command inherits the agent's variables.</summary>
public enum EnvironmentInheritance
{
    /// <summary>It does.</summary>
    Inherited,

    /// <summary>It gets only what is given to it: <c>pristine</c>.</summary>
    Pristine,
}
