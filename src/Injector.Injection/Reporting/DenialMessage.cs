using System.Globalization;
using System.Text;

namespace Injector.Injection.Reporting;

/// <summary>
/// The text of a denial. It begins as the reference's does, with the prefix and words of its first fault, so that whatever looks for them keeps
/// working; then comes our own sentence, then all further faults.
/// </summary>
internal static class DenialMessage
{
    /// <summary>Most faults that are told; the rest is counted.</summary>
    public const int MostFaults = 20;

    public static string Of(IReadOnlyList<Fault> faults)
    {
        var message = new StringBuilder();
        var first = faults[0];
        message.Append(Prefix(first.Stage)).Append(first.Words);
        if (first.Words.Length > 0)
        {
            message.Append(first.Words[^1] is ' ' or ':' ? string.Empty : ". ");
        }

        message.Append(first.Diagnostic);
        foreach (var fault in faults.Skip(1).Take(MostFaults - 1))
        {
            message.Append(" Also: ").Append(fault.Diagnostic);
        }

        if (faults.Count > MostFaults)
        {
            message.Append(CultureInfo.InvariantCulture, $" And {faults.Count - MostFaults} more.");
        }

        return message.ToString();
    }

    private static string Prefix(DenialStage stage) => stage switch
    {
        DenialStage.Switch => "error checking if should inject agent: ",
        DenialStage.Namespace => "error with request namespace: ",
        DenialStage.Defaults => "error adding default annotations: ",
        DenialStage.Settings => "error creating new agent sidecar: ",
        DenialStage.Validation or DenialStage.Beyond => "error validating agent configuration: ",
        DenialStage.Patch => "error creating patch for agent: ",
        _ => string.Empty,
    };
}
