using System.Diagnostics;

namespace Injector.Sandbox.Pods.Processes;

/// <summary>Runs a program of the system to its end.</summary>
internal static class Tool
{
    public static async Task RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command[0]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new PodSpecificationException($"'{command[0]}' cannot be started.");
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new PodSpecificationException($"'{string.Join(' ', command)}' ended with {process.ExitCode}: {(await error).Trim()}");
        }
    }
}
