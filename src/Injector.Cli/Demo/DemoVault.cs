using System.Text.Json.Nodes;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Administration;
using Injector.Sandbox.Kubernetes;
using Injector.Sandbox.Scenarios;
using Injector.Sandbox.Vault;

namespace Injector.Cli.Demo;

/// <summary>The server of the demo: the sandbox's, or one of the user's. What the demo sets up in the user's server is removed again.</summary>
internal sealed class DemoVault : IAsyncDisposable
{
    private readonly VaultAdministrator _administrator;
    private readonly SandboxVault? _sandbox;
    private readonly TokenReviewServer? _reviews;

    private DemoVault(
        Uri address, string? caCertificatePem, ServiceAccountTokenIssuer tokens, VaultAdministrator administrator, SandboxVault? sandbox, TokenReviewServer? reviews)
    {
        Address = address;
        CaCertificatePem = caCertificatePem;
        Tokens = tokens;
        _administrator = administrator;
        _sandbox = sandbox;
        _reviews = reviews;
        Scenario = new PaymentsScenario(administrator);
    }

    /// <summary>The base address.</summary>
    public Uri Address { get; }

    /// <summary>What clients must trust; null: plain HTTP, or the system's roots.</summary>
    public string? CaCertificatePem { get; }

    /// <summary>Signs the ServiceAccount tokens of the demo's cluster.</summary>
    public ServiceAccountTokenIssuer Tokens { get; }

    /// <summary>What was set up in the server.</summary>
    public PaymentsScenario Scenario { get; }

    /// <summary>Starts or reaches the server and sets it up.</summary>
    /// <param name="real">The user's server; null: the sandbox's.</param>
    /// <param name="console">Says what happens.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The server, ready for logins.</returns>
    public static async Task<DemoVault> StartAsync(RealVault? real, DemoConsole console, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var vault = real is null ? await SandboxAsync(time, cancellationToken) : await ReachAsync(real, time, cancellationToken);
        try
        {
            await vault.SetUpAsync(cancellationToken);
        }
        catch
        {
            await vault.CloseAsync();
            throw;
        }

        console.Good($"{vault.Address.GetLeftPart(UriPartial.Authority)} is set up after {time.GetElapsedTime(started).TotalMilliseconds:F0} ms: " +
            "kv/ (version 2), pki/, policy and role 'payments', kubernetes logins.");
        console.Note(real is null
            ? "A throw-away server in memory. The secrets shown below are samples; they are gone when the demo ends."
            : "Your server. The demo's mounts, policy and logins are removed when it ends. The secrets shown below are samples.");
        return vault;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_sandbox is null)
        {
            await Scenario.RemoveAsync(CancellationToken.None);
        }

        await CloseAsync();
    }

    private static async Task<DemoVault> SandboxAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var server = await SandboxVault.StartAsync(new SandboxVaultOptions { Time = time, Transport = SandboxTransport.Https }, cancellationToken);
        return new DemoVault(
            server.Address,
            server.CaCertificatePem,
            new ServiceAccountTokenIssuer(time),
            Administrator(server.Address, server.RootToken, server.CaCertificatePem),
            server,
            null);
    }

    private static async Task<DemoVault> ReachAsync(RealVault real, TimeProvider time, CancellationToken cancellationToken)
    {
        var tokens = new ServiceAccountTokenIssuer(time);
        var reviews = await TokenReviewServer.StartAsync(tokens, time, cancellationToken);
        return new DemoVault(real.Address, real.CaCertificatePem, tokens, Administrator(real.Address, real.Token, real.CaCertificatePem), null, reviews);
    }

    private static VaultAdministrator Administrator(Uri address, SecretText token, string? pem) => new(address, token.Reveal(), PinnedRoot.Handler(pem));

    private async Task SetUpAsync(CancellationToken cancellationToken)
    {
        var conflicts = await Scenario.FindConflictsAsync(cancellationToken);
        if (conflicts.Count > 0)
        {
            throw new DemoFailure(
                $"{Address} already has {string.Join(" and ", conflicts)}, which the demo would create and remove. Use a server without them, for example 'vault server -dev'.");
        }

        var configuration = _reviews?.VaultConfiguration() ?? new JsonObject
        {
            ["kubernetes_host"] = "https://kubernetes.default.svc",
            ["pem_keys"] = new JsonArray(JsonValue.Create(Tokens.PublicKeyPem)),
        };
        await Scenario.SetUpAsync(configuration, cancellationToken);
    }

    private async Task CloseAsync()
    {
        _administrator.Dispose();
        Tokens.Dispose();
        if (_reviews is not null)
        {
            await _reviews.DisposeAsync();
        }

        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }
}
