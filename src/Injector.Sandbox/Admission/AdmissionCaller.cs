using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Injector.Sandbox.JsonPatch;

namespace Injector.Sandbox.Admission;

/// <summary>Calls a mutating webhook as the API server does: POST over TLS with the roots of <c>caBundle</c>, one review per pod.</summary>
public sealed class AdmissionCaller : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _endpoint;
    private readonly TimeProvider _time;

    /// <summary>Prepares calls to one webhook.</summary>
    /// <param name="endpoint">For example <c>https://127.0.0.1:8443/mutate</c>.</param>
    /// <param name="handler">The transport; decides which certificates are trusted. Disposed with this object.</param>
    /// <param name="time">Measures each call.</param>
    public AdmissionCaller(Uri endpoint, HttpMessageHandler handler, TimeProvider time)
    {
        _endpoint = new Uri(endpoint, "?timeout=10s");
        _time = time;
        _http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(10) };
    }

    /// <summary>Sends one review.</summary>
    /// <param name="review">An AdmissionReview with a request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The webhook's decision.</returns>
    /// <exception cref="HttpRequestException">The webhook could not be reached or answered with another status than 200.</exception>
    public async Task<AdmissionAnswer> CallAsync(JsonNode review, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(review.ToJsonString()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var started = _time.GetTimestamp();
        using var response = await _http.PostAsync(_endpoint, content, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var elapsed = _time.GetElapsedTime(started);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"The webhook answered {(int)response.StatusCode}: {text}", null, response.StatusCode);
        }

        var answer = JsonNode.Parse(text)?["response"] as JsonObject ?? throw new HttpRequestException("The webhook's answer holds no response.");
        return answer["uid"]?.ToString() == review["request"]?["uid"]?.ToString()
            ? Read(answer, elapsed)
            : throw new HttpRequestException("The webhook's answer names another request than the one it was asked.");
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static AdmissionAnswer Read(JsonObject response, TimeSpan elapsed)
    {
        var patch = response["patch"] is { } encoded
            ? JsonPatchDocument.Parse(Convert.FromBase64String(encoded.GetValue<string>()))
            : null;
        return new AdmissionAnswer(
            response["allowed"]?.GetValue<bool>() ?? false,
            response["status"]?["message"]?.GetValue<string>() ?? string.Empty,
            patch,
            response["warnings"] is JsonArray warnings ? [.. warnings.Select(warning => warning?.GetValue<string>() ?? string.Empty)] : [],
            elapsed);
    }
}
