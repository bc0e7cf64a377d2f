using Injector.Contracts.Agent;
using Injector.Sandbox.Administration;
using Injector.Sandbox.Kubernetes;
using Injector.Sandbox.Scenarios;
using Injector.Sandbox.Vault;

namespace Injector.Cli.Sandbox;

/// <summary>Starts the server, says loudly what it is, and waits for the end.</summary>
internal sealed class SandboxRun(TextWriter output, TimeProvider time)
{
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromDays(1);

    /// <summary>Where the root certificate goes; null: nowhere.</summary>
    public FileInfo? CaFile { get; init; }

    /// <summary>Where a ServiceAccount token goes; null: nowhere.</summary>
    public FileInfo? TokenFile { get; init; }

    /// <summary>What to set up.</summary>
    public required string Scenario { get; init; }

    /// <summary>Serves until cancelled.</summary>
    /// <param name="options">The server's settings.</param>
    /// <param name="cancellationToken">Ends the server.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(SandboxVaultOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await using var server = await SandboxVault.StartAsync(options, cancellationToken);
            using var tokens = new ServiceAccountTokenIssuer(time);
            await SetUpAsync(server, tokens, cancellationToken);
            await WriteFilesAsync(server, tokens, cancellationToken);
            await output.WriteLineAsync(Banner(server));
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
        }
        catch (IOException error)
        {
            await output.WriteLineAsync($"The sandbox cannot listen on {options.Interface}:{options.Port}, or cannot write one of its files: {error.Message}");
            return ExitCodes.Failure;
        }
        catch (OperationCanceledException)
        {
            await output.WriteLineAsync("The sandbox has ended; everything in it is gone.");
        }

        return ExitCodes.Success;
    }

    private async Task SetUpAsync(SandboxVault server, ServiceAccountTokenIssuer tokens, CancellationToken cancellationToken)
    {
        if (Scenario == "payments")
        {
            using var administrator = new VaultAdministrator(server.Address, server.RootToken.Reveal(), PinnedRoot.Handler(server.CaCertificatePem));
            await new PaymentsScenario(administrator).SetUpAsync(tokens.VaultConfiguration(), cancellationToken);
        }
    }

    private async Task WriteFilesAsync(SandboxVault server, ServiceAccountTokenIssuer tokens, CancellationToken cancellationToken)
    {
        if (CaFile is { } caFile && server.CaCertificatePem is { } pem)
        {
            await File.WriteAllTextAsync(caFile.FullName, pem, cancellationToken);
        }

        if (TokenFile is { } tokenFile)
        {
            var token = tokens.Issue(new ServiceAccountTokenRequest
            {
                Namespace = PaymentsScenario.Namespace,
                ServiceAccount = PaymentsScenario.ServiceAccount,
                Lifetime = TokenLifetime,
            });
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using var stream = new FileStream(tokenFile.FullName, options);
            await using var writer = new StreamWriter(stream);
            await writer.WriteAsync(token.Reveal().AsMemory(), cancellationToken);
        }
    }

    /// <summary>As with a dev server of Vault, the root token is shown: whoever starts the sandbox owns it, and it is worth nothing elsewhere.</summary>
    private string Banner(SandboxVault server) => $"""
        ======================================================================
          SANDBOX. This is not Vault. It speaks Vault's API, keeps everything
          in memory, protects nothing and forgets everything when it ends.
        ======================================================================
          export VAULT_ADDR={server.Address.GetLeftPart(UriPartial.Authority)}
          export VAULT_TOKEN={server.RootToken.Reveal()}
          {(server.CaCertificatePem is null ? "plain HTTP" : CaFile is null ? "HTTPS; --ca-file FILE writes what clients must trust" : $"export VAULT_CACERT={CaFile.FullName}")}
          scenario: {Scenario}
        Ctrl-C ends it.
        """;
}
