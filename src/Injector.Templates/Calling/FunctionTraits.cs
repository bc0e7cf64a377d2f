namespace Injector.Templates.Calling;

/// <summary>What the engine has to know about a function besides its signature.</summary>
[Flags]
internal enum FunctionTraits
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>Changes a map it is given. Templates that use such a function work on copies of the host's values.</summary>
    ChangesArguments = 1,

    /// <summary>Cannot work here (Consul, Nomad, plug-ins); it fails when it is called, and hosts can list it beforehand.</summary>
    Unavailable = 2,

    /// <summary>One of the language's own functions, which cannot be denied.</summary>
    BuiltIn = 4,

    /// <summary>Asks the host for a dependency that its first argument names.</summary>
    ReadsDependency = 8,
}
