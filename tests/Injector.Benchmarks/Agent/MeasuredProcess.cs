using System.Diagnostics;
using Injector.TestKit.Agents;

namespace Injector.Benchmarks.Agent;

/// <summary>An agent started for a measurement.</summary>
internal static class MeasuredProcess
{
    public static Process Start(IReadOnlyList<string> command, AgentWorkplace workplace) => Start(command, workplace, static _ => { });

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
        start.Environment["HOME"] = workplace.Home;
        start.Environment["SSL_CERT_DIR"] = workplace.Home;
        start.Environment["INJECTOR_TERMINATION_LOG"] = workplace.TerminationLog;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"'{command[0]}' did not start.");
        process.OutputDataReceived += (_, line) => onLine(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => onLine(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
