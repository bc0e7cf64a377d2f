using Injector.Contracts.Diagnostics;

namespace Injector.Templates;

/// <summary>Why a template cannot be read or did not finish.</summary>
/// <param name="Descriptor">The catalogue entry: syntax, execution, or the limit that was exceeded.</param>
/// <param name="Phase">When it came up.</param>
/// <param name="Message">Go's complete message, for example <c>template: :1:4: executing "" at &lt;.a.b&gt;: …</c>. Secrets that occur in it are redacted.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The byte in the line, from 0.</param>
/// <param name="Span">The piece of text it is about.</param>
public sealed record TemplateError(DiagnosticDescriptor Descriptor, TemplatePhase Phase, string Message, int Line, int Column, TextSpan Span)
{
    /// <summary>The same as a diagnostic about <paramref name="subject"/>: an annotation, a template file, a destination.</summary>
    public Diagnostic ToDiagnostic(string subject) => Descriptor.For(subject, subject, Message);

    /// <inheritdoc/>
    public override string ToString() => Message;
}
