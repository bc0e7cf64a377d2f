using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Injector.Kube.Api;

/// <summary><see cref="IKubeApi"/> over HTTP. Why not a client library: docs/decisions.</summary>
public sealed class HttpKubeApi : IKubeApi, IDisposable
{
    private const string Json = "application/json";
    private const string JsonPatch = "application/json-patch+json";

    // A watch of the server ends by itself after this time; a dead connection is noticed at the latest then.
    private const int WatchSeconds = 300;

    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http;
    private readonly KubeConnection _connection;
    private readonly TimeProvider _time;

    /// <summary>Prepares calls.</summary>
    /// <param name="connection">Where to, and as whom.</param>
    /// <param name="userAgent">Shown in the API server's audit log.</param>
    /// <param name="time">Limits how long a call may take.</param>
    public HttpKubeApi(KubeConnection connection, string userAgent, TimeProvider time)
    {
        _connection = connection;
        _time = time;
        _http = new HttpClient(Transport(connection)) { BaseAddress = connection.Address, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd(userAgent);
        _http.DefaultRequestHeaders.Accept.ParseAdd(Json);
    }

    /// <inheritdoc/>
    public Task<KubeAnswer> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, default, Json, cancellationToken);

    /// <inheritdoc/>
    public Task<KubeAnswer> CreateAsync(KubePath path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path.Collection, body, Json, cancellationToken);

    /// <inheritdoc/>
    public Task<KubeAnswer> ReplaceAsync(KubePath path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, path.Object, body, Json, cancellationToken);

    /// <inheritdoc/>
    public Task<KubeAnswer> PatchAsync(KubePath path, ReadOnlyMemory<byte> patch, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Patch, path.Object, patch, JsonPatch, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<KubeChange> WatchAsync(KubePath path, string resourceVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = $"{path.Collection}?watch=true&allowWatchBookmarks=false&timeoutSeconds={WatchSeconds}"
            + $"&resourceVersion={Uri.EscapeDataString(resourceVersion)}"
            + (path.Name.Length > 0 ? $"&fieldSelector={Uri.EscapeDataString($"metadata.name={path.Name}")}" : string.Empty);
        using var response = await TryOpenAsync(query, cancellationToken);
        if (response is null)
        {
            yield return new KubeChange(KubeChangeKind.Lost, default);
            yield break;
        }

        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await TryReadLineAsync(lines, cancellationToken) is { } line)
        {
            var change = Change(line);
            yield return change;
            if (change.Kind == KubeChangeKind.Lost)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler Transport(KubeConnection connection)
    {
        // Pings find out within a minute that a connection with a silent watch is dead; without them it would look idle until the watch's end.
        var handler = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(15),
            UseProxy = false,
            UseCookies = false,
        };
        if (connection.Roots is { } roots)
        {
            // A chain policy of our own also keeps .NET from loading the system's trust store, which costs 100 ms and 2 MiB.
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
            policy.CustomTrustStore.AddRange(roots);
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }

        return handler;
    }

    private async Task<KubeAnswer> SendAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, string contentType, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(CallTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var request = Request(method, path);
            if (!body.IsEmpty)
            {
                request.Content = new ReadOnlyMemoryContent(body);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
            }

            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            return await AnswerAsync(response, either.Token);
        }
        catch (HttpRequestException fault)
        {
            return new KubeAnswer(KubeStatus.Unavailable, default, $"no answer ({fault.HttpRequestError})");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new KubeAnswer(KubeStatus.Unavailable, default, $"no answer within {CallTimeout.TotalSeconds} s");
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        if (_connection.Token() is { IsEmpty: false } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
        }

        return request;
    }

    private static async Task<KubeAnswer> AnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var reason = $"{(int)response.StatusCode} {response.ReasonPhrase}";
        if (!response.IsSuccessStatusCode)
        {
            return new KubeAnswer(StatusOf(response.StatusCode), default, reason);
        }

        try
        {
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return new KubeAnswer(KubeStatus.Ok, document.RootElement.Clone(), reason);
        }
        catch (JsonException)
        {
            return new KubeAnswer(KubeStatus.Unavailable, default, $"{reason}, but not with JSON");
        }
    }

    private static KubeStatus StatusOf(HttpStatusCode code) => code switch
    {
        HttpStatusCode.NotFound => KubeStatus.NotFound,
        HttpStatusCode.Conflict => KubeStatus.Conflict,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => KubeStatus.Forbidden,
        HttpStatusCode.Gone => KubeStatus.Gone,
        HttpStatusCode.TooManyRequests => KubeStatus.Unavailable,
        >= HttpStatusCode.InternalServerError => KubeStatus.Unavailable,
        _ => KubeStatus.Invalid,
    };

    private async Task<HttpResponseMessage?> TryOpenAsync(string query, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(HttpMethod.Get, query);
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            response.Dispose();
            return null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<string?> TryReadLineAsync(StreamReader lines, CancellationToken cancellationToken)
    {
        try
        {
            return await lines.ReadLineAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException)
        {
            return null;
        }
    }

    private static KubeChange Change(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var kind = root.GetProperty("type"u8).GetString() switch
            {
                "ADDED" or "MODIFIED" => KubeChangeKind.Changed,
                "DELETED" => KubeChangeKind.Deleted,
                _ => KubeChangeKind.Lost,
            };
            return new KubeChange(kind, root.GetProperty("object"u8).Clone());
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new KubeChange(KubeChangeKind.Lost, default);
        }
    }
}
