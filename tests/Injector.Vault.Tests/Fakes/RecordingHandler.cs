using System.Net;
using System.Text;

namespace Injector.Vault.Tests.Fakes;

/// <summary>A transport that keeps what was sent.</summary>
internal sealed class RecordingHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public RecordingHandler(HttpStatusCode status, string body)
        : this((_, _) => Task.FromResult(Response(status, body)))
    {
    }

    public List<SentRequest> Sent { get; } = [];

    public static HttpResponseMessage Response(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        Sent.Add(new SentRequest(request.Method.Method, request.RequestUri?.AbsoluteUri ?? "", headers, body, request.Content?.Headers.ContentType?.ToString()));
        return await answer(request, cancellationToken);
    }
}
