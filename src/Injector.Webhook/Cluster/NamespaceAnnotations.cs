using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Injector.Contracts.Annotations;
using Injector.Kube.Api;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Cluster;

/// <summary>Annotations that namespaces give their pods as defaults: kept by list and watch, read without waiting.</summary>
internal sealed class NamespaceAnnotations
{
    private const int PageSize = 500;

    private static readonly ImmutableDictionary<string, string> None = ImmutableDictionary<string, string>.Empty;

    private readonly TimeProvider _time;
    private readonly Backoff _backoff;
    private readonly ILogger _log;
    private volatile ImmutableDictionary<string, ImmutableDictionary<string, string>> _known = ImmutableDictionary<string, ImmutableDictionary<string, string>>.Empty;
    private volatile bool _hasAsked;

    public NamespaceAnnotations(TimeProvider time, Func<double> chance, ILogger log)
    {
        _time = time;
        _backoff = new Backoff(chance);
        _log = log;
    }

    /// <summary>Whether the API server has answered once, be it that namespaces may not be read.</summary>
    public bool HasAsked => _hasAsked;

    /// <summary>The annotations under our prefixes; none when the namespace has none or may not be read.</summary>
    public IReadOnlyDictionary<string, string> Of(string name) => _known.GetValueOrDefault(name, None);

    /// <summary>Keeps the annotations up to date until told to stop.</summary>
    public async Task RunAsync(IKubeApi api, CancellationToken cancellationToken)
    {
        try
        {
            while (await ListAsync(api, cancellationToken) is not KubeStatus.Forbidden)
            {
                await Task.Delay(_backoff.Next(), _time, cancellationToken);
            }

            Log.NamespacesForbidden(_log);
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    private async Task<KubeStatus> ListAsync(IKubeApi api, CancellationToken cancellationToken)
    {
        var all = ImmutableDictionary.CreateBuilder<string, ImmutableDictionary<string, string>>();
        var from = string.Empty;
        string version;
        do
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{KubePath.Namespaces.Collection}?limit={PageSize}&continue={Uri.EscapeDataString(from)}");
            var page = await api.GetAsync(path, cancellationToken);
            _hasAsked |= page.Status != KubeStatus.Unavailable;
            if (!page.IsOk)
            {
                return page.Status;
            }

            foreach (var item in ObjectMeta.Items(page.Body, "items"))
            {
                all[Name(item)] = Ours(item);
            }

            version = ObjectMeta.ResourceVersion(page.Body);
            from = ObjectMeta.Text(ObjectMeta.Member(page.Body, "metadata"), "continue");
        }
        while (from.Length > 0);

        _known = all.ToImmutable();
        await FollowAsync(api, version, cancellationToken);
        return KubeStatus.Ok;
    }

    private async Task FollowAsync(IKubeApi api, string version, CancellationToken cancellationToken)
    {
        await foreach (var change in api.WatchAsync(KubePath.Namespaces, version, cancellationToken))
        {
            if (change.Kind == KubeChangeKind.Lost)
            {
                return;
            }

            _backoff.Reset();
            _known = change.Kind == KubeChangeKind.Deleted ? _known.Remove(Name(change.Object)) : _known.SetItem(Name(change.Object), Ours(change.Object));
        }
    }

    private static string Name(JsonElement item) => ObjectMeta.Text(ObjectMeta.Member(item, "metadata"), "name");

    private static ImmutableDictionary<string, string> Ours(JsonElement item)
    {
        var annotations = ObjectMeta.Member(ObjectMeta.Member(item, "metadata"), "annotations");
        return annotations.ValueKind != JsonValueKind.Object
            ? None
            : annotations.EnumerateObject()
                .Where(static annotation => annotation.Value.ValueKind == JsonValueKind.String && AnnotationPrefixes.Split(annotation.Name, out _) >= 0)
                .ToImmutableDictionary(static annotation => annotation.Name, static annotation => annotation.Value.GetString() ?? string.Empty);
    }
}
