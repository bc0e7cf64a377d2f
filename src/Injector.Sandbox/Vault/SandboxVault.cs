using System.Net;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Faults;
using Injector.Sandbox.Vault.Journal;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Server;
using Injector.Sandbox.Vault.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace Injector.Sandbox.Vault;

/// <summary>
/// A server that speaks Vault's HTTP API and keeps everything in memory. For demos and tests only: it protects nothing and forgets everything.
/// </summary>
public sealed class SandboxVault : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly VaultCore _core;
    private readonly HttpFrontEnd _frontEnd;
    private readonly ServerIdentity? _identity;

    private SandboxVault(WebApplication application, VaultCore core, ServerIdentity? identity, TimeProvider time)
    {
        _application = application;
        _core = core;
        _identity = identity;
        _frontEnd = new HttpFrontEnd(core, time);
    }

    /// <summary>The base address, without <c>/v1</c>.</summary>
    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First()
        ?? throw new InvalidOperationException("The server has no address before it is started."));

    /// <summary>The token that may do everything.</summary>
    public SecretText RootToken => _core.RootToken;

    /// <summary>The key that unseals a sealed server.</summary>
    public SecretText UnsealKey => _core.Services.Seal.UnsealKey;

    /// <summary>What clients must trust, PEM; null with plain HTTP.</summary>
    public string? CaCertificatePem => _identity?.AuthorityPem;

    /// <summary>The faults it shows; empty at first.</summary>
    public FaultPlan Faults => _frontEnd.Faults;

    /// <summary>The requests it saw.</summary>
    public RequestJournal Journal => _frontEnd.Journal;

    /// <summary>Seals the server: everything but its state is refused with 503.</summary>
    public void Seal() => _core.Services.Seal.Close();

    /// <summary>Opens it again.</summary>
    public void Unseal() => _core.Services.Seal.TryOpen(UnsealKey);

    /// <summary>Makes the server another kind of node.</summary>
    /// <param name="role">What it is from now on.</param>
    /// <param name="active">Where a standby sends its clients; null: it answers itself, as one that forwards.</param>
    public void Become(NodeRole role, Uri? active) => _core.Services.Node.Become(role, active);

    /// <summary>Starts a server; it listens when the task ends.</summary>
    /// <param name="options">Its settings.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running server.</returns>
    public static async Task<SandboxVault> StartAsync(SandboxVaultOptions options, CancellationToken cancellationToken)
    {
        var identity = options.Transport == SandboxTransport.Https ? new ServerIdentity(options.Interface, options.Time) : null;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        if (identity is not null)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, options, identity));
        var core = new VaultCore(options);
        var server = new SandboxVault(builder.Build(), core, identity, options.Time);
        server._application.Run(server._frontEnd.AnswerAsync);
        await server._application.StartAsync(cancellationToken);
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _core.DisposeAsync();
        _identity?.Dispose();
    }

    private static void Configure(KestrelServerOptions kestrel, SandboxVaultOptions options, ServerIdentity? identity)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = HttpFrontEnd.MaxRequestBytes;
        kestrel.Listen(new IPEndPoint(options.Interface, options.Port), listen =>
        {
            if (identity is null)
            {
                return;
            }

            listen.UseHttps(https =>
            {
                https.ServerCertificate = identity.Certificate;
                https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;

                // Which client certificates are good is decided at a cert login, by the role's own roots, as in Vault.
                https.AllowAnyClientCertificate();
            });
        });
    }
}
