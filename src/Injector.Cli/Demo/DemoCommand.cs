using System.CommandLine;
using Injector.Contracts.Agent;
using Injector.Sandbox.Pods;

namespace Injector.Cli.Demo;

/// <summary><c>injector demo</c>: the main job, end to end, on this machine.</summary>
internal static class DemoCommand
{
    private static readonly Option<FileInfo> Agent = new("--agent")
    {
        Description = "The published agent.",
        DefaultValueFactory = _ => new FileInfo("artifacts/agent/injector-agent"),
    };

    private static readonly Option<FileInfo> Webhook = new("--webhook")
    {
        Description = "The published webhook.",
        DefaultValueFactory = _ => new FileInfo("artifacts/webhook/injector-webhook"),
    };

    private static readonly Option<DirectoryInfo> Examples = new("--examples")
    {
        Description = "Folder with the example manifests.",
        DefaultValueFactory = _ => new DirectoryInfo("manifests/examples"),
    };

    private static readonly Option<string> SidecarMode = new("--sidecar-mode")
    {
        Description = "How the agent stands in the pod: 'native' as in a cluster of 1.29 or later, 'classic' as in an older one.",
        DefaultValueFactory = _ => "native",
    };

    private static readonly Option<PodIsolation> Isolation = new("--isolation")
    {
        Description = "How the pods are kept apart from this machine. 'Detected': as well as your rights allow.",
        DefaultValueFactory = _ => PodIsolation.Detected,
    };

    private static readonly Option<bool> NotNative = new("--not-native") { Description = "The binaries are not Native AOT: say that the timings are not the product's." };
    private static readonly Option<bool> Plain = new("--plain") { Description = "No colour, also on a terminal." };

    /// <summary>Builds the command.</summary>
    /// <returns>The command with its options.</returns>
    public static Command Create()
    {
        SidecarMode.AcceptOnlyFromAmong("native", "classic");
        var command = new Command("demo", "Inject a real manifest, run the pod, rotate a secret. Needs no cluster; uses VAULT_ADDR and VAULT_TOKEN when both are set.")
        {
            Agent, Webhook, Examples, SidecarMode, Isolation, NotNative, Plain,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var console = DemoConsole.Create(parsed.GetValue(Plain) ? ConsoleStyle.Plain : ConsoleStyle.Detected);
        try
        {
            var settings = new DemoSettings
            {
                Agent = parsed.GetRequiredValue(Agent),
                Webhook = parsed.GetRequiredValue(Webhook),
                Examples = parsed.GetRequiredValue(Examples),
                SidecarMode = parsed.GetRequiredValue(SidecarMode),
                Isolation = parsed.GetValue(Isolation),
                Binaries = parsed.GetValue(NotNative) ? BinaryKind.FrameworkDependent : BinaryKind.NativeAot,
                RealVault = RealVault.FromEnvironment(),
            };
            if (settings.RealVault is null && !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("VAULT_ADDR")))
            {
                console.Note("VAULT_ADDR is set but VAULT_TOKEN is not: using the sandbox's server.");
            }

            return new DemoRun(settings, console, TimeProvider.System).RunAsync(cancellationToken);
        }
        catch (DemoFailure error)
        {
            console.Bad(error.Message);
            return Task.FromResult(ExitCodes.Usage);
        }
    }
}
