using System.Net;
using Injector.Sandbox.Administration;

namespace Injector.EndToEnd.Tests.HighAvailability;

/// <summary>Clients as API servers keep them: one for each content of <c>caBundle</c>, with connections of its own.</summary>
internal sealed class BundleClients : IDisposable
{
    private readonly Lock _turn = new();
    private readonly Dictionary<string, HttpClient> _kept = new(StringComparer.Ordinal);

    public HttpClient Kept(string bundle)
    {
        lock (_turn)
        {
            return _kept.TryGetValue(bundle, out var client) ? client : _kept[bundle] = Make(bundle, HttpVersion.Version20);
        }
    }

    public static HttpClient Fresh(string bundle) => Make(bundle, HttpVersion.Version11);

    public void Dispose()
    {
        foreach (var client in _kept.Values)
        {
            client.Dispose();
        }
    }

    private static HttpClient Make(string bundle, Version version) => new(PinnedRoot.Handler(bundle))
    {
        DefaultRequestVersion = version,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };
}
