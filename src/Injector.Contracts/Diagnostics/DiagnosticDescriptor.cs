using System.Globalization;

namespace Injector.Contracts.Diagnostics;

/// <summary>
/// One entry of the catalogue: a code that never changes its meaning, with the texts that belong to it.
/// </summary>
/// <param name="Code">Two letters and four digits, for example <c>VI0102</c>. Never reused.</param>
/// <param name="Severity">The severity of every diagnostic made from this entry.</param>
/// <param name="MessageFormat">What happened and where: a composite format string with <c>{0}</c>, <c>{1}</c> …</param>
/// <param name="RemedyFormat">What to do; may use the same arguments. Empty when nothing can be done.</param>
public sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity, string MessageFormat, string RemedyFormat)
{
    /// <summary>The area encoded in the code.</summary>
    public DiagnosticArea Area => (DiagnosticArea)int.Parse(Code.AsSpan(2, 2), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Makes a diagnostic about <paramref name="subject"/>.</summary>
    /// <param name="subject">What it is about: an annotation key, a flag, a file, a Vault path. Never a secret.</param>
    /// <param name="arguments">The values for the placeholders of both texts. Never a secret.</param>
    /// <returns>The diagnostic, with both texts filled in.</returns>
    public Diagnostic For(string subject, params object?[] arguments) => new(
        Code,
        Severity,
        subject,
        string.Format(CultureInfo.InvariantCulture, MessageFormat, arguments),
        string.Format(CultureInfo.InvariantCulture, RemedyFormat, arguments));
}
