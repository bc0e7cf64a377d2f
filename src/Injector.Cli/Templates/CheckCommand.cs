using System.CommandLine;
using Injector.Contracts.Agent;
using Injector.Templates.Checking;

namespace Injector.Cli.Templates;

/// <summary><c>injector template check</c>: runs recorded cases and compares what comes out byte by byte.</summary>
internal static class CheckCommand
{
    private static readonly Argument<FileInfo> Cases = new("cases") { Description = "Cases, one JSON object per line." };

    /// <summary>Builds the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var command = new Command("check", "Run recorded template cases and show what differs from the recorded results.") { Cases };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(Cases), Console.Out, Console.Error));
        return command;
    }

    internal static int Run(FileInfo file, TextWriter output, TextWriter errors)
    {
        if (!file.Exists)
        {
            errors.WriteLine($"The file '{file}' does not exist. Name a file of template cases.");
            return ExitCodes.Usage;
        }

        var report = new CheckReport(output);
        try
        {
            foreach (var subject in new TemplateCaseReader(TimeProvider.System).Read(File.ReadAllBytes(file.FullName)))
            {
                report.Add(TemplateCaseRunner.Run(subject));
            }
        }
        catch (TemplateCaseException fault)
        {
            errors.WriteLine($"{file}: {fault.Message}. Give one JSON object per line; what comes after was not run.");
            report.WriteTotals();
            return ExitCodes.Usage;
        }

        report.WriteTotals();
        return report.Failed == 0 ? ExitCodes.Success : ExitCodes.Failure;
    }
}
