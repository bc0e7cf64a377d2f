using Injector.Agent.CommandLine;
using Injector.Contracts.Agent;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Pods;
using Injector.Contracts.Secrecy;
using Injector.Vault;
using Injector.Vault.Connection;
using Injector.Vault.Http;

namespace Injector.Agent.Commands;

/// <summary><c>token revoke -self</c>, as the reference's shutdown hook calls it.</summary>
internal static class RevokeSelfCommand
{
    public static async Task<int> RunAsync(AgentCommandLine line, IReadOnlyDictionary<string, string> environment)
    {
        var (settings, diagnostics) = ConnectionReader.Read(line.Connection, new AgentConfiguration(), environment);
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        var token = FindToken(environment);
        if (token is null)
        {
            errors.Add(Catalogue.Vault.CredentialMissing.For(TokenFile(environment), TokenFile(environment), "holds no token, and VAULT_TOKEN is not set"));
        }

        if (errors.Count > 0 || token is null)
        {
            foreach (var error in errors)
            {
                await Console.Error.WriteLineAsync(error.ToString());
            }

            return ExitCodes.Failure;
        }

        using var transport = new HttpMessageInvoker(new ReloadingTransport(settings, TimeProvider.System));
        var client = new HttpVaultClient(transport, settings, TimeProvider.System);
        var answer = await client.SendAsync(VaultRequest.Write("auth/token/revoke-self", token, default), CancellationToken.None);
        if (answer.Fault is { } fault)
        {
            await Console.Error.WriteLineAsync(fault.ToDiagnostic().ToString());
            return ExitCodes.Failure;
        }

        await Console.Out.WriteLineAsync("Success! Revoked token (if it existed)");
        return ExitCodes.Success;
    }

    private static SecretText? FindToken(IReadOnlyDictionary<string, string> environment)
    {
        if (environment.TryGetValue("VAULT_TOKEN", out var value) && value.Length > 0)
        {
            return new SecretText(value);
        }

        try
        {
            var text = File.ReadAllText(TokenFile(environment)).Trim();
            return text.Length == 0 ? null : new SecretText(text);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string TokenFile(IReadOnlyDictionary<string, string> environment) =>
        Path.Combine(environment.TryGetValue("HOME", out var home) && home.Length > 1 ? home : PodPaths.Home, ".vault-token");
}
