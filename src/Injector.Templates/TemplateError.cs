using Injector.Contracts.Diagnostics;

namespace Injector.Templates;

/// <summary>Why a template cannot be read or did not finish.</summary>
/// <param name="Descriptor">The catalogue entry: syntax, execution, or the limit that was exceeded.</param>
/// <param name="Phase">When it came up.</param>
/// <param name="Message">Go's complete message, for example <c>template: :1:4: executing "" at &lt;.a.b&gt;: …</c>. Redacted as the reference does it, which leaves values deep inside a secret: use <see cref="SafeMessage"/> for people.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The byte in the line, from 0.</param>
/// <param name="Span">The piece of text it is about.</param>
public sealed record TemplateError(DiagnosticDescriptor Descriptor, TemplatePhase Phase, string Message, int Line, int Column, TextSpan Span)
{
    /// <summary>The message for logs, events and people: every value of the secrets that were used is redacted, also deep inside.</summary>
    public string SafeMessage { get; init; } = Message;

    /// <summary>The same as a diagnostic about <paramref name="subject"/>: an annotation, a template file, a destination.</summary>
    public Diagnostic ToDiagnostic(string subject) => Descriptor.For(subject, subject, SafeMessage);

    /// <inheritdoc/>
    public override string ToString() => SafeMessage;
}
