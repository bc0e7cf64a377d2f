namespace Injector.Templates.Calling;

/// <summary>Whether a function takes a fixed number of arguments.</summary>
internal enum FunctionArity
{
    /// <summary>As many arguments as parameters.</summary>
    Fixed,

    /// <summary>The last parameter may occur any number of times.</summary>
    Variadic,
}
