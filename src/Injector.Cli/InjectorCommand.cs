using System.CommandLine;
using Injector.Cli.Demo;
using Injector.Cli.DemoApp;
using Injector.Cli.Docs;
using Injector.Cli.Inject;
using Injector.Cli.Sandbox;
using Injector.Cli.Templates;
using Injector.Contracts.Agent;

namespace Injector.Cli;

/// <summary>The command line <c>injector</c>, also reachable as <c>kubectl injector</c>.</summary>
internal static class InjectorCommand
{
    /// <summary>Runs what the arguments ask for.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>The exit code. A command line that cannot be read has its own: 1 is what a denied pod gives.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Create().Parse(args);
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
    }

    /// <summary>Builds the command tree.</summary>
    /// <returns>The root command, ready to parse.</returns>
    public static RootCommand Create() => new("Vault secrets as files in Kubernetes pods.")
    {
        DemoCommand.Create(),
        DemoAppCommand.Create(),
        SandboxCommand.Create(),
        DocsCommand.Create(),
        InjectCommand.Create(),
        TemplateCommand.Create(),
    };
}
