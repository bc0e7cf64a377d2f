namespace Injector.Contracts.Diagnostics;

/// <summary>
/// Something a person should know: the same value feeds admission answers, events, logs, termination messages and the command line.
/// </summary>
/// <param name="Code">The catalogue code, for example <c>VI0102</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Subject">What it is about: an annotation key, a flag, a file, a Vault path.</param>
/// <param name="Message">What happened and where.</param>
/// <param name="Remedy">What to do; may be empty.</param>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string Subject, string Message, string Remedy)
{
    /// <summary>One line for people: code, message, remedy.</summary>
    /// <returns>The text without a line break at its end.</returns>
    public override string ToString() => Remedy.Length == 0 ? $"{Code} {Message}" : $"{Code} {Message} {Remedy}";
}
