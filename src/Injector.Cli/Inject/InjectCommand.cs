using System.CommandLine;
using Injector.Contracts.Agent;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Injection;
using Injector.Sandbox.Workloads;

namespace Injector.Cli.Inject;

/// <summary><c>injector inject</c>: shows what the webhook would do to a manifest. The same library decides, so the preview is the truth.</summary>
internal static class InjectCommand
{
    private static readonly Option<FileInfo> Manifest = new("--filename", "-f")
    {
        Description = "Manifest with pods or workloads, YAML or JSON; '-' reads standard input.",
        Required = true,
    };

    private static readonly Option<InjectOutput> Output = new("--output", "-o")
    {
        Description = "What is printed: the patched manifest, the pods as the API server would store them, or the patches.",
        DefaultValueFactory = _ => InjectOutput.Manifest,
    };

    private static readonly Option<InjectionPreset> Preset = new("--preset") { Description = "The installation's preset.", DefaultValueFactory = _ => InjectionPreset.Modern };

    private static readonly Option<AgentEngine> Engine = new("--agent-engine") { Description = "The installation's agent.", DefaultValueFactory = _ => AgentEngine.Injector };

    private static readonly Option<string> VaultAddress = new("--vault-address")
    {
        Description = "The installation's address of Vault.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("VAULT_ADDR") is { Length: > 0 } address ? address : "http://vault.vault.svc:8200",
    };

    private static readonly Option<string[]> Defaults = new("--default")
    {
        Description = "An installation default as NAME=VALUE, for example agent-limits-mem=128Mi. May be given several times.",
    };

    private static readonly Option<string> Kubernetes = new("--kubernetes-version")
    {
        Description = "The cluster's version; decides about native sidecars.",
        DefaultValueFactory = _ => "1.34",
    };

    private static readonly Option<string> Namespace = new("--namespace", "-n") { Description = "Namespace of objects that name none.", DefaultValueFactory = _ => "default" };

    /// <summary>Builds the command.</summary>
    /// <returns>The command with its options.</returns>
    public static Command Create()
    {
        var command = new Command("inject", "Show what the webhook would do to a manifest. Diagnostics go to standard error; the exit code is 1 when a pod would be denied.")
        {
            Manifest, Output, Preset, Engine, VaultAddress, Defaults, Kubernetes, Namespace,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        try
        {
            var preview = new ManifestPreview(Settings(parsed), parsed.GetRequiredValue(Namespace), TimeProvider.System);
            var outcome = preview.Inject(Read(parsed.GetRequiredValue(Manifest)), parsed.GetValue(Output));
            Console.Out.Write(outcome.Text);
            foreach (var (subject, diagnostic) in outcome.Diagnostics)
            {
                Console.Error.WriteLine($"{subject}: {Word(diagnostic.Severity)} {diagnostic}");
            }

            return outcome.IsDenied ? ExitCodes.Failure : ExitCodes.Success;
        }
        catch (Exception error) when (error is ManifestException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return ExitCodes.Usage;
        }
    }

    private static string Read(FileInfo file) => file.Name == "-" ? Console.In.ReadToEnd() : File.ReadAllText(file.FullName);

    private static InjectionSettings Settings(ParseResult parsed)
    {
        var version = parsed.GetRequiredValue(Kubernetes);
        return new InjectionSettings
        {
            Preset = parsed.GetValue(Preset),
            Engine = parsed.GetValue(Engine),
            VaultAddress = parsed.GetRequiredValue(VaultAddress),
            AnnotationDefaults = DefaultsOption.Read(parsed.GetValue(Defaults) ?? []),
            Cluster = KubernetesVersion.TryParse(version, out var server)
                ? new ClusterFacts { Server = server }
                : throw new ManifestException($"'{version}' is no Kubernetes version. Use one such as 1.34."),
        };
    }

    private static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };
}
