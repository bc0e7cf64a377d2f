using Injector.Sandbox.Tests.Contract;
using Injector.Sandbox.Vault;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Sandbox.Tests.Vault;

/// <summary>A server whose clock the test moves.</summary>
internal sealed class VirtualTime : IAsyncDisposable
{
    private readonly SandboxVault _server;

    private VirtualTime(SandboxVault server, FakeTimeProvider clock)
    {
        _server = server;
        Clock = clock;
        Vault = new VaultSession(server.Address, server.RootToken.Reveal(), caCertificatePem: null, SystemKind.Sandbox);
    }

    public FakeTimeProvider Clock { get; }

    public VaultSession Vault { get; }

    public SandboxVault Server => _server;

    public static async Task<VirtualTime> StartAsync()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        return new VirtualTime(await SandboxVault.StartAsync(new SandboxVaultOptions { Time = clock }, VaultSession.Stop), clock);
    }

    public async ValueTask DisposeAsync()
    {
        await Vault.DisposeAsync();
        await _server.DisposeAsync();
    }
}
