using Injector.Sandbox.Vault.Audit;
using Injector.Sandbox.Vault.Identity;
using Injector.Sandbox.Vault.Leases;
using Injector.Sandbox.Vault.Namespaces;
using Injector.Sandbox.Vault.Server;
using Injector.Sandbox.Vault.Tokens;
using Injector.Sandbox.Vault.Wrapping;

namespace Injector.Sandbox.Vault;

/// <summary>What the backends of one server share.</summary>
internal sealed class VaultServices : IAsyncDisposable
{
    public VaultServices(SandboxVaultOptions options)
    {
        Time = options.Time;
        Tokens = new TokenStore(Time);
        Revocations = new RevocationQueue(Time);
        Leases = new LeaseStore(Time, Revocations);
        Wrapping = new WrappingStore(Time);
    }

    public TimeProvider Time { get; }

    public Seal Seal { get; } = new();

    public Node Node { get; } = new();

    public NamespaceTree Namespaces { get; } = new();

    public TokenStore Tokens { get; }

    public RevocationQueue Revocations { get; }

    public LeaseStore Leases { get; }

    public IdentityStore Identity { get; } = new();

    public WrappingStore Wrapping { get; }

    public AuditTrail Audit { get; } = new();

    /// <summary>For calls to the API servers of kubernetes auth methods.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(30) };

    public async ValueTask DisposeAsync()
    {
        Tokens.Dispose();
        Leases.Dispose();
        await Revocations.DisposeAsync();
        Http.Dispose();
        Audit.Dispose();
    }
}
