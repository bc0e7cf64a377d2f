namespace Injector.Cli.Demo;

/// <summary>How the demo prints.</summary>
internal enum ConsoleStyle
{
    /// <summary>Colour on a terminal, plain text in a pipe.</summary>
    Detected,

    /// <summary>Plain text everywhere.</summary>
    Plain,
}
