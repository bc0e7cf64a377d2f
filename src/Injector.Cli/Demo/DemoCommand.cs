using System.CommandLine;

namespace Injector.Cli.Demo;

/// <summary><c>injector demo</c>: the main job, end to end, on this machine.</summary>
internal static class DemoCommand
{
    /// <summary>Builds the command.</summary>
    /// <returns>The command with its options.</returns>
    public static Command Create()
    {
        var agent = new Option<FileInfo>("--agent") { Description = "The published agent.", DefaultValueFactory = _ => new FileInfo("artifacts/agent/injector-agent") };
        var webhook = new Option<FileInfo>("--webhook") { Description = "The published webhook.", DefaultValueFactory = _ => new FileInfo("artifacts/webhook/injector-webhook") };
        var examples = new Option<DirectoryInfo>("--examples") { Description = "Folder with the example manifests.", DefaultValueFactory = _ => new DirectoryInfo("manifests/examples") };
        var notNative = new Option<bool>("--not-native") { Description = "The binaries are not Native AOT: say that the timings are not the product's." };
        var plain = new Option<bool>("--plain") { Description = "No colour, also on a terminal." };
        var command = new Command("demo", "Inject a real manifest, run the pod, rotate a secret. Needs no cluster; uses VAULT_ADDR and VAULT_TOKEN when both are set.")
        {
            agent, webhook, examples, notNative, plain,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var settings = new DemoSettings(
                parsed.GetRequiredValue(agent),
                parsed.GetRequiredValue(webhook),
                parsed.GetRequiredValue(examples),
                parsed.GetValue(notNative) ? BinaryKind.FrameworkDependent : BinaryKind.NativeAot,
                RealVault.FromEnvironment());
            return new DemoRun(settings, DemoConsole.Create(parsed.GetValue(plain) ? ConsoleStyle.Plain : ConsoleStyle.Detected), TimeProvider.System)
                .RunAsync(cancellationToken);
        });
        return command;
    }
}
