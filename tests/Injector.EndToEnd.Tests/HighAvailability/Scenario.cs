using System.Net;
using Injector.TestKit;

namespace Injector.EndToEnd.Tests.HighAvailability;

/// <summary>Two replicas behind a Service, an API server, and admissions without a pause.</summary>
internal sealed class Scenario : IAsyncDisposable
{
    private readonly ServiceProxy _service;

    private Scenario(IApiServer api, ServiceProxy service, Replicas replicas, AdmissionStream stream)
    {
        Api = api;
        _service = service;
        Replicas = replicas;
        Stream = stream;
    }

    public IApiServer Api { get; }

    public Replicas Replicas { get; }

    public AdmissionStream Stream { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Where a cluster elsewhere finds this machine, when it is not the same one.
    private static string Host => Environment.GetEnvironmentVariable("INJECTOR_TEST_HOST") is { Length: > 0 } host ? host : "127.0.0.1";

    public static async Task<Scenario> StartAsync(ApiServerKind kind)
    {
        Assert.SkipUnless(File.Exists(PublishedPrograms.Webhook), "The webhook is not published; 'make publish-webhook' does it.");
        if (kind == ApiServerKind.Sandbox)
        {
            return await StartAsync(await SandboxCluster.StartAsync(), IPAddress.Loopback);
        }

        Assert.SkipWhen(RealCluster.Kubeconfig is null, "INJECTOR_TEST_KUBECONFIG is not set.");
        return await StartAsync(await RealCluster.StartAsync(RealCluster.Kubeconfig, Host), Host == "127.0.0.1" ? IPAddress.Loopback : IPAddress.Any);
    }

    private static async Task<Scenario> StartAsync(IApiServer api, IPAddress listen)
    {
        var service = new ServiceProxy(listen);
        var replicas = new Replicas(api, service);
        await api.RegisterAsync(service.Port);
        await replicas.AddAsync();
        await replicas.AddAsync();
        await Eventually.IsTrueAsync(() => AdmitsAsync(api), "the first pod is admitted", Token);
        return new Scenario(api, service, replicas, new AdmissionStream(api));
    }

    private static async Task<bool> AdmitsAsync(IApiServer api)
    {
        try
        {
            await api.AdmitAsync(AdmissionConnection.Fresh, Token);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task RollAsync()
    {
        await Replicas.AddAsync();
        await Replicas.EndOldestAsync();
    }

    /// <summary>Kills, and replaces what was killed as a Deployment does.</summary>
    public async Task KillAsync(Func<Task> kill)
    {
        var before = Stream.Repeated;
        await Stream.ExcuseAsync(kill);
        Assert.True(Stream.Repeated - before <= AdmissionStream.Width, $"{Stream.Repeated - before} calls were lost with one process");
        await Replicas.AddAsync();
    }

    /// <summary>Damages what the API server trusts and waits for its repair.</summary>
    public async Task DamageBundleAsync()
    {
        await Eventually.IsTrueAsync(Replicas.HasLeaderAsync, "a running replica holds the Lease", Token);
        var bundle = await Api.BundleAsync();
        await Stream.ExcuseAsync(async () =>
        {
            await Api.DamageBundleAsync();
            await Eventually.IsTrueAsync(async () => await Api.BundleAsync() == bundle, "the bundle is repaired", Token);
        });
    }

    /// <summary>Changes the authority and waits until every replica shows a certificate of the new one.</summary>
    public async Task ChangeAuthorityAsync(Func<IApiServer, Task> change)
    {
        var former = (await Replicas.IssuersAsync()).ToHashSet(StringComparer.Ordinal);
        await change(Api);
        await Eventually.IsTrueAsync(async () => !(await Replicas.IssuersAsync()).Any(former.Contains), "every replica shows a certificate of the new authority", Token);
        await Stream.AnswersAsync();
    }

    /// <summary>Admits until the last replica that was asked to end has ended; no admission may have failed.</summary>
    public async Task EndWithoutFailureAsync()
    {
        await Replicas.EndedAsync();
        await Stream.AnswersAsync();
        var failures = await Stream.EndAsync();
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        await Replicas.DisposeAsync();
        await _service.DisposeAsync();
        await Api.DisposeAsync();
    }
}
