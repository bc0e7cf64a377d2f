using Injector.Agent.Local;
using Injector.Vault;
using Injector.Vault.Connection;
using Injector.Vault.Http;

namespace Injector.Agent.Hosting;

/// <summary>The connections to Vault: one pool for everything of its own, one for what it passes on, and one more for a login with a client certificate of its own.</summary>
internal sealed class VaultDoor : IDisposable
{
    private readonly List<HttpMessageInvoker> _transports = [];
    private readonly PartTools _tools;

    public VaultDoor(VaultConnectionSettings settings, PartTools tools)
    {
        _tools = tools;
        Client = Connect(settings);

        // Nothing is opened before the first request.
        Transport = new HttpMessageInvoker(new ReloadingTransport(settings with { MaxConnections = LocalServer.MaxConnections }, tools.Time));
        _transports.Add(Transport);
    }

    public IVaultClient Client { get; }

    /// <summary>Connections for requests that are passed on as they are. Not those of <see cref="Client"/>: callers whose requests hang must not hold up the agent's own.</summary>
    public HttpMessageInvoker Transport { get; }

    public IVaultClient Connect(VaultConnectionSettings settings)
    {
        var transport = new HttpMessageInvoker(new ReloadingTransport(settings, _tools.Time));
        _transports.Add(transport);
        IVaultClient client = new HttpVaultClient(transport, settings, _tools.Time);
        client = settings.Rate is { } rate ? new PacedVaultClient(client, rate, _tools.Time) : client;
        return settings.MaxRetries > 0 ? new RetryingVaultClient(client, settings, _tools.Time, _tools.Chance) : client;
    }

    public void Dispose()
    {
        foreach (var transport in _transports)
        {
            transport.Dispose();
        }
    }
}
