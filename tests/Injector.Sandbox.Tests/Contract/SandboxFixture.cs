using Injector.Sandbox.Vault;

[assembly: AssemblyFixture(typeof(Injector.Sandbox.Tests.Contract.SandboxFixture))]

namespace Injector.Sandbox.Tests.Contract;

/// <summary>One sandbox server for all cases that only need a corner of it.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private SandboxVault? _server;

    public SandboxVault Server => _server ?? throw new InvalidOperationException("The server is started by the runner.");

    public async ValueTask InitializeAsync() =>
        _server = await SandboxVault.StartAsync(new SandboxVaultOptions { Transport = SandboxTransport.Https }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
