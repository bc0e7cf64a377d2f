using System.CommandLine;
using System.Net;
using Injector.Contracts.Agent;
using Injector.Sandbox.Vault;

namespace Injector.Cli.Sandbox;

/// <summary><c>injector sandbox</c>: a server that speaks Vault's API, for trying things out.</summary>
internal static class SandboxCommand
{
    private static readonly Option<string> Listen = new("--listen")
    {
        Description = "Address and port to listen on. Anything but the loopback interface lends your machine's secrets-to-be to the network: think twice.",
        DefaultValueFactory = _ => "127.0.0.1:8200",
    };

    private static readonly Option<bool> Tls = new("--tls") { Description = "Serve HTTPS with a certificate made for this run." };

    private static readonly Option<FileInfo?> CaFile = new("--ca-file") { Description = "Where to write the certificate that clients must trust. Needs --tls." };

    private static readonly Option<string> Scenario = new("--scenario")
    {
        Description = "What to set up at the start: 'none', or 'payments' for the manifests under manifests/examples.",
        DefaultValueFactory = _ => "none",
    };

    private static readonly Option<FileInfo?> TokenFile = new("--service-account-token-file")
    {
        Description = "Where to write a ServiceAccount token that may log in to the scenario's role. Valid for a day.",
    };

    /// <summary>Builds the command.</summary>
    /// <returns>The command with its options.</returns>
    public static Command Create()
    {
        Scenario.AcceptOnlyFromAmong("none", "payments");
        var command = new Command("sandbox", "Serve Vault's HTTP API from memory until Ctrl-C. For trying things out: it protects nothing and forgets everything.")
        {
            Listen, Tls, CaFile, Scenario, TokenFile,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (!IPEndPoint.TryParse(parsed.GetRequiredValue(Listen), out var endpoint))
        {
            await Console.Error.WriteLineAsync($"'{parsed.GetRequiredValue(Listen)}' is not an address with a port. Write it as in --listen 127.0.0.1:8200.");
            return ExitCodes.Usage;
        }

        var run = new SandboxRun(Console.Out, TimeProvider.System)
        {
            CaFile = parsed.GetValue(CaFile),
            TokenFile = parsed.GetValue(TokenFile),
            Scenario = parsed.GetRequiredValue(Scenario),
        };
        return await run.RunAsync(
            new SandboxVaultOptions
            {
                Interface = endpoint.Address,
                Port = endpoint.Port,
                Transport = parsed.GetValue(Tls) ? SandboxTransport.Https : SandboxTransport.Http,
            },
            cancellationToken);
    }
}
