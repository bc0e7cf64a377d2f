namespace Injector.Contracts.Diagnostics;

/// <summary>How much a <see cref="Diagnostic"/> matters to the person who reads it.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing has to be done.</summary>
    Information,

    /// <summary>The work goes on, but the result is probably not what the user meant.</summary>
    Warning,

    /// <summary>The work cannot go on: a pod is denied, a file is not published, a process ends.</summary>
    Error,
}
