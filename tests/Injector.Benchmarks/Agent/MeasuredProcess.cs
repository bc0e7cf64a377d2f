using System.Diagnostics;
using Injector.TestKit.Agents;

namespace Injector.Benchmarks.Agent;

/// <summary>An agent started for a measurement.</summary>
internal static class MeasuredProcess
{
    public static Process Start(IReadOnlyList<string> command, AgentWorkplace workplace) => Start(command, workplace, static _ => { });

    /// <summary>All of an agent's environment.</summary>
    public static IReadOnlyDictionary<string, string> Environment(AgentWorkplace workplace) => new Dictionary<string, string>
    {
        ["HOME"] = workplace.Home,
        ["SSL_CERT_DIR"] = workplace.Home,
        ["INJECTOR_TERMINATION_LOG"] = workplace.TerminationLog,
    };

    /// <summary>Starts it and hands over every line it writes.</summary>
    public static Process Start(IReadOnlyList<string> command, AgentWorkplace workplace, Action<string> onLine)
    {
        var start = new ProcessStartInfo(command[0], [.. command.Skip(1), $"-config={workplace.ConfigurationFile}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Environment(workplace))
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"'{command[0]}' did not start.");
        process.OutputDataReceived += (_, line) => onLine(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => onLine(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
