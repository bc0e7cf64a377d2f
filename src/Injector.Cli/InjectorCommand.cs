using System.CommandLine;
using Injector.Cli.Demo;
using Injector.Cli.DemoApp;
using Injector.Cli.Docs;
using Injector.Cli.Inject;
using Injector.Cli.Sandbox;
using Injector.Cli.Templates;

namespace Injector.Cli;

/// <summary>The command line <c>injector</c>, also reachable as <c>kubectl injector</c>.</summary>
internal static class InjectorCommand
{
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
