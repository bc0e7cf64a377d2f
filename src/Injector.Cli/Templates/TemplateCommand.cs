using System.CommandLine;

namespace Injector.Cli.Templates;

/// <summary><c>injector template</c>: tries templates out without a cluster and without Vault.</summary>
internal static class TemplateCommand
{
    /// <summary>Builds the command.</summary>
    /// <returns>The command with its subcommands.</returns>
    public static Command Create() => new("template", "Try templates out without a cluster and without Vault.")
    {
        CheckCommand.Create(),
        RenderCommand.Create(),
    };
}
