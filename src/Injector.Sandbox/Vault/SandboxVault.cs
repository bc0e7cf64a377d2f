using System.Net;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Faults;
using Injector.Sandbox.Vault.Journal;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Server;
using Injector.Sandbox.Vault.Transport;

namespace Injector.Sandbox.Vault;

/// <summary>
/// A server that speaks Vault's HTTP API and keeps everything in memory. For demos and tests only: it protects nothing and forgets everything.
/// </summary>
public sealed class SandboxVault : IAsyncDisposable
{
    private readonly SandboxVaultOptions _options;
    private readonly VaultCore _core;
    private readonly HttpFrontEnd _frontEnd;
    private volatile ServerIdentity? _identity;
    private Listener? _listener;

    private SandboxVault(SandboxVaultOptions options)
    {
        _options = options;
        _core = new VaultCore(options);
        _frontEnd = new HttpFrontEnd(_core, options.Time);
        Address = new Uri("http://localhost");
    }

    /// <summary>The base address, without <c>/v1</c>. Stays the same for the server's whole life.</summary>
    public Uri Address { get; private set; }

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

    /// <summary>Starts a server; it listens when the task ends.</summary>
    /// <param name="options">Its settings.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running server.</returns>
    public static async Task<SandboxVault> StartAsync(SandboxVaultOptions options, CancellationToken cancellationToken)
    {
        var server = new SandboxVault(options);
        if (options.Transport == SandboxTransport.Https)
        {
            server.ChangeIdentity();
        }

        server.Address = await server.ListenAsync(options.Port, cancellationToken);
        return server;
    }

    /// <summary>Seals the server: everything but its state is refused with 503.</summary>
    public void Seal() => _core.Services.Seal.Close();

    /// <summary>Opens it again.</summary>
    public void Unseal() => _core.Services.Seal.TryOpen(UnsealKey);

    /// <summary>Makes the server another kind of node.</summary>
    /// <param name="role">What it is from now on.</param>
    /// <param name="active">Where a standby sends its clients; null: it answers itself, as one that forwards.</param>
    public void Become(NodeRole role, Uri? active) => _core.Services.Node.Become(role, active);

    /// <summary>Presents a certificate of a new authority to every new connection; <see cref="CaCertificatePem"/> changes. For HTTPS only.</summary>
    public void ChangeIdentity() => _identity = new ServerIdentity(_options.Interface, _options.Time);

    /// <summary>Closes port and connections, as a server that is restarted; what it knows stays.</summary>
    /// <returns>A task that ends when connections are refused.</returns>
    public async Task StopListeningAsync()
    {
        if (Interlocked.Exchange(ref _listener, null) is { } listener)
        {
            await listener.DisposeAsync();
        }
    }

    /// <summary>Opens the same port again.</summary>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>A task that ends when connections are taken.</returns>
    public async Task ListenAgainAsync(CancellationToken cancellationToken)
    {
        await StopListeningAsync();
        await ListenAsync(Address.Port, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopListeningAsync();
        await _core.DisposeAsync();
        _identity?.Dispose();
    }

    private async Task<Uri> ListenAsync(int port, CancellationToken cancellationToken)
    {
        // A connection keeps the identity it began with; replaced ones are left to the collector.
        Func<ServerIdentity>? identity = _identity is null ? null : () => _identity ?? throw new InvalidOperationException("A server keeps its transport.");
        var listener = await Listener.OpenAsync(new IPEndPoint(_options.Interface, port), identity, HttpFrontEnd.MaxRequestBytes, _frontEnd.AnswerAsync, cancellationToken);
        _listener = listener;
        return listener.Address;
    }
}
