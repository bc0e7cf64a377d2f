using System.Text.RegularExpressions;
using Injector.Contracts.Diagnostics;

namespace Injector.Cli.Docs;

/// <summary><c>codes.md</c>: every diagnostic.</summary>
internal static partial class CodesPage
{
    /// <summary>Makes the page.</summary>
    /// <returns>Markdown.</returns>
    public static string Create()
    {
        var page = new MarkdownPage(
            "Diagnostic codes",
            "Every message of the product that asks for attention carries one of these codes: in the answer to `kubectl apply`, in `kubectl describe pod`, in logs and on the command line. A code never changes its meaning and is never used again. `…` stands for a value.");
        foreach (var area in Catalogue.All.GroupBy(entry => entry.Area))
        {
            page.Heading($"{Title(area.Key)} (VI0{(int)area.Key}xx)");
            page.Table(
                ["code", "severity", "what happened", "what to do"],
                area.Select(entry => (IReadOnlyList<string>)[entry.Code, Severity(entry.Severity), Plain(entry.MessageFormat), Plain(entry.RemedyFormat)]));
        }

        return page.ToString();
    }

    private static string Title(DiagnosticArea area) => area switch
    {
        DiagnosticArea.Injection => "Pods and annotations",
        DiagnosticArea.Webhook => "Webhook process",
        DiagnosticArea.Agent => "Agent",
        DiagnosticArea.Vault => "Vault",
        DiagnosticArea.Templates => "Templates",
        DiagnosticArea.Publishing => "Publishing files",
        _ => "Command line",
    };

    private static string Severity(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Information => "information",
        DiagnosticSeverity.Warning => "warning",
        _ => "error",
    };

    private static string Plain(string format) => Placeholder().Replace(format, "…").Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<!\{)\{[0-9]+(:[^}]*)?\}(?!\})")]
    private static partial Regex Placeholder();
}
