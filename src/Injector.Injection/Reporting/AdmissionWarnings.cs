using System.Text;
using Injector.Contracts.Diagnostics;

namespace Injector.Injection.Reporting;

/// <summary>
/// Texts for <c>response.warnings</c>. Kubernetes cuts a warning after 256 characters and drops all of a response beyond 4096; warnings of other
/// webhooks and of the API server itself count too, so we stay well below.
/// </summary>
internal static class AdmissionWarnings
{
    public const int LongestWarning = 256;
    public const int LongestTotal = 3072;

    public static IReadOnlyList<string> Of(IReadOnlyList<Diagnostic> diagnostics)
    {
        if (diagnostics.Count == 0)
        {
            return [];
        }

        var warnings = new List<string>();
        var total = 0;
        var shown = diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Information).ToArray();
        foreach (var diagnostic in shown)
        {
            var text = Shorten(diagnostic);
            total += Encoding.UTF8.GetByteCount(text);
            if (total > LongestTotal)
            {
                warnings.Add(Catalogue.Injection.MoreWarnings.For("pod", shown.Length - warnings.Count).ToString());
                break;
            }

            warnings.Add(text);
        }

        return warnings;
    }

    // The remedy goes first; then the end of the message.
    private static string Shorten(Diagnostic diagnostic)
    {
        var text = diagnostic.ToString();
        if (text.Length > LongestWarning)
        {
            text = (diagnostic with { Remedy = string.Empty }).ToString();
        }

        return text.Length > LongestWarning ? text[..(LongestWarning - 1)] + "…" : text;
    }
}
