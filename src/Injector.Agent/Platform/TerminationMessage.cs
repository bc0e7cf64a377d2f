using System.Text;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Pods;

namespace Injector.Agent.Platform;

/// <summary>What <c>kubectl describe pod</c> shows after the container has ended.</summary>
internal static class TerminationMessage
{
    /// <summary>Names another file, for containers with a <c>terminationMessagePath</c> of their own.</summary>
    public const string Variable = "INJECTOR_TERMINATION_LOG";

    // The kubelet cuts at 4096 bytes per container.
    private const int MaxCharacters = 2000;

    public static void Write(IReadOnlyDictionary<string, string> environment, IEnumerable<Diagnostic> diagnostics)
    {
        var path = environment.GetValueOrDefault(Variable) ?? PodPaths.TerminationLog;
        var text = string.Join('\n', diagnostics.Select(diagnostic => diagnostic.ToString()));
        if (text.Length == 0)
        {
            return;
        }

        try
        {
            // The kubelet made the default file: outside of a pod there is none, and none must appear in /dev.
            var mode = environment.ContainsKey(Variable) ? FileMode.OpenOrCreate : FileMode.Open;
            using var file = new FileStream(path, mode, FileAccess.Write, FileShare.ReadWrite);
            file.SetLength(0);
            file.Write(Encoding.UTF8.GetBytes(text.Length > MaxCharacters ? text[..MaxCharacters] : text));
        }
        catch (IOException)
        {
            // The log has it as well.
        }
        catch (UnauthorizedAccessException)
        {
            // The log has it as well.
        }
    }
}
