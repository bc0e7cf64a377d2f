using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Injector.TestKit;
using Injector.TestKit.Webhooks;

namespace Injector.EndToEnd.Tests.HighAvailability;

/// <summary>The Deployment: published processes behind a Service, with the probes of a kubelet.</summary>
internal sealed class Replicas : IAsyncDisposable
{
    // Long enough, also on a busy machine, for every kept connection to be used once more and be sent away, and for a new one to be answered.
    private const string ShutdownDelay = "3s";

    private readonly IApiServer _api;
    private readonly ServiceProxy _service;
    private readonly List<WebhookProcess> _running = [];
    private readonly List<Task> _ending = [];
    private int _started;

    public Replicas(IApiServer api, ServiceProxy service)
    {
        _api = api;
        _service = service;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts one and waits until it is ready.</summary>
    public async Task AddAsync()
    {
        string[] flags =
        [
            "-vault-address=https://vault.vault.svc:8200", "-tls-mode=self", $"-tls-auto={_api.Name}", $"-tls-auto-name={_api.Name}", $"-tls-auto-hosts={_api.Hosts}",
            $"-service-account-folder={_api.ServiceAccountFolder}", $"-shutdown-delay={ShutdownDelay}",
        ];
        var replica = WebhookProcess.Start(PublishedPrograms.Webhook, $"injector-{_started++}", _api.Address, flags);
        _running.Add(replica);
        var endpoint = await replica.EndpointAsync(Token);
        await Eventually.IsTrueAsync(() => IsReadyAsync(endpoint), $"{replica.Name} is ready", Token);
        await Task.Delay(_api.Heeding, TimeProvider.System, Token);
        _service.Add(endpoint);
    }

    /// <summary>Ends the oldest as a rollout does: the Service forgets it in the moment it is asked to end, and nobody waits until it has.</summary>
    public Task EndOldestAsync() => EndAsync(_running[0]);

    /// <summary>Ends the holder of the Lease, as a deleted pod ends.</summary>
    public async Task EndLeaderAsync() => await EndAsync(await LeaderAsync());

    /// <summary>Kills the holder of the Lease, as a lack of memory or a broken node does.</summary>
    public async Task KillLeaderAsync() => await KillAsync(await LeaderAsync());

    /// <summary>Kills one that does not hold the Lease.</summary>
    public async Task KillFollowerAsync()
    {
        var leader = await LeaderAsync();
        await KillAsync(_running.First(replica => replica != leader));
    }

    /// <summary>The authorities whose certificates the replicas show.</summary>
    public async Task<IReadOnlyList<string>> IssuersAsync()
    {
        var issuers = new List<string>();
        foreach (var replica in _running)
        {
            issuers.Add(await IssuerAsync(await replica.EndpointAsync(Token)));
        }

        return issuers;
    }

    /// <summary>Whether one of them holds the Lease.</summary>
    public async Task<bool> HasLeaderAsync()
    {
        var holder = await _api.LeaderAsync();
        return _running.Any(replica => replica.Name == holder);
    }

    /// <summary>Waits for all that were asked to end.</summary>
    public Task EndedAsync() => Task.WhenAll(_ending);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var replica in _running)
        {
            await replica.DisposeAsync();
        }
    }

    private async Task<WebhookProcess> LeaderAsync()
    {
        await Eventually.IsTrueAsync(HasLeaderAsync, "a running replica holds the Lease", Token);
        var holder = await _api.LeaderAsync();
        return _running.Single(replica => replica.Name == holder);
    }

    private async Task EndAsync(WebhookProcess replica)
    {
        await replica.TerminateAsync(Token);
        _service.Remove(await replica.EndpointAsync(Token));
        _running.Remove(replica);
        _ending.Add(EndedAsync(replica));
    }

    private static async Task EndedAsync(WebhookProcess replica)
    {
        await using (replica)
        {
            Assert.True(await replica.WaitForExitAsync(Token) == 0, string.Join('\n', replica.Log));
        }
    }

    private async Task KillAsync(WebhookProcess replica)
    {
        replica.Kill();
        await replica.WaitForExitAsync(Token);
        _service.Remove(await replica.EndpointAsync(Token));
        _running.Remove(replica);
        await replica.DisposeAsync();
    }

    private static async Task<string> IssuerAsync(IPEndPoint endpoint)
    {
        var issuer = string.Empty;
        using var client = new TcpClient();
        await client.ConnectAsync(endpoint, Token);
        await using var tls = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, shown, _, _) =>
        {
            // Only looked at; the handshake is refused.
            issuer = shown?.Issuer ?? string.Empty;
            return false;
        });
        await Assert.ThrowsAsync<AuthenticationException>(() => tls.AuthenticateAsClientAsync("127.0.0.1"));
        return issuer;
    }

    // The kubelet's probe checks no certificate; here the published bundle must do, since a ready replica is one that an API server can call.
    private async Task<bool> IsReadyAsync(IPEndPoint endpoint)
    {
        if (await _api.BundleAsync() is not { Length: > 0 } bundle)
        {
            return false;
        }

        try
        {
            using var client = BundleClients.Fresh(bundle);
            using var answer = await client.GetAsync(new Uri($"https://{endpoint}/health/ready"), Token);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
