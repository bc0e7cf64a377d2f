using Injector.Vault;
using Injector.Vault.Connection;
using Injector.Vault.Http;

namespace Injector.Agent.Hosting;

/// <summary>The connections to Vault: one pool for everything, and one more for a login with a client certificate of its own.</summary>
internal sealed class VaultDoor : IDisposable
{
    private readonly List<HttpMessageInvoker> _transports = [];
    private readonly TimeProvider _time;

    public VaultDoor(VaultConnectionSettings settings, TimeProvider time)
    {
        _time = time;
        Client = Connect(settings);
    }

    public IVaultClient Client { get; }

    /// <summary>The connections below <see cref="Client"/>, for requests that are passed on as they are.</summary>
    public HttpMessageInvoker Transport => _transports[0];

    public IVaultClient Connect(VaultConnectionSettings settings)
    {
        var transport = new HttpMessageInvoker(new ReloadingTransport(settings, _time));
        _transports.Add(transport);
        return new HttpVaultClient(transport, settings, _time);
    }

    public void Dispose()
    {
        foreach (var transport in _transports)
        {
            transport.Dispose();
        }
    }
}
