using System.Net;
using System.Net.Http.Headers;
using Injector.Agent.Caching;
using Injector.Agent.Local;
using Injector.Contracts.Secrecy;
using Injector.Vault.Connection;
using Injector.Vault.Http;

namespace Injector.Agent.Hosting;

/// <summary>Passes requests of the pod's other containers on to Vault, with the agent's token where the configuration says so.</summary>
internal sealed class ApiProxy(HttpMessageInvoker transport, VaultConnectionSettings settings, Func<SecretText?> ownToken, ProxyToken mode, TimeProvider time)
{
    private const string TokenHeader = "X-Vault-Token";
    private static ReadOnlySpan<byte> InvalidToken => "invalid token"u8;

    private static readonly string[] Passed = ["X-Vault-Namespace", "X-Vault-Wrap-TTL", "X-Vault-Index", "X-Vault-Inconsistent", "X-Vault-Forward", "X-Vault-Policy-Override", "Authorization", "Accept"];

    // What a client needs to wait as long as it is asked to, and to read its own writes.
    private static readonly string[] Returned = ["Retry-After", "X-Vault-Index"];

    /// <summary>What keeps leases for callers; null: each request is passed on.</summary>
    public LeaseCache? Cache { get; init; }

    /// <summary>Hears that the server called the agent's token invalid: only a login helps the callers then.</summary>
    public Action<SecretText> OwnTokenRefused { get; init; } = static _ => { };

    public Task<LocalResponse> ForwardAsync(LocalRequest request, CancellationToken cancellationToken)
    {
        // Read once: a login meanwhile must not make the cache keep the new token's lease under the old token, nor hide the old one from the cleaning.
        var token = TokenOf(request);
        return Cache is { } cache && token is not null
            ? cache.AnswerAsync(request, token, () => PassOnAsync(request, token, cancellationToken))
            : PassOnAsync(request, token, cancellationToken);
    }

    private async Task<LocalResponse> PassOnAsync(LocalRequest request, SecretText? token, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(settings.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        if (TargetOf(request) is not { } target)
        {
            return LocalResponse.Error(400, "the path is none of Vault's API");
        }

        var isOwn = UsesOwn(request);
        try
        {
            using var response = await SendAsync(request, token, target, either.Token);
            if (await BoundedBody.ReadAsync(response.Content, either.Token) is not { } body)
            {
                return LocalResponse.Error(502, "the answer is larger than the agent reads");
            }

            if (isOwn && token is not null && response.StatusCode == HttpStatusCode.Forbidden && body.AsSpan().IndexOf(InvalidToken) >= 0)
            {
                OwnTokenRefused(token);
            }

            var type = response.Content.Headers.ContentType?.ToString() ?? "application/json";
            return new LocalResponse((int)response.StatusCode, type, isOwn ? OwnTokenAnswers.Strip(request.Path, token, body) : body)
            {
                Headers = [.. Returned.Where(response.Headers.NonValidated.Contains).Select(name => (name, response.Headers.NonValidated[name].ToString()))],
            };
        }
        catch (InvalidDataException)
        {
            return LocalResponse.Error(502, "the answer is called gzip-coded and is not");
        }
        catch (HttpRequestException)
        {
            return LocalResponse.Error(502, "Vault cannot be reached");
        }
        catch (IOException)
        {
            return LocalResponse.Error(502, "the connection to Vault broke");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return LocalResponse.Error(504, "Vault did not answer in time");
        }
    }

    // A standby may answer with a redirect to a name that only the agent can reach: it is followed here, once, as for the agent's own requests.
    private async Task<HttpResponseMessage> SendAsync(LocalRequest request, SecretText? token, Uri target, CancellationToken cancellationToken)
    {
        using var message = Message(request, token, target);
        var response = await transport.SendAsync(message, cancellationToken);
        if (!settings.FollowRedirect || RedirectTarget.Of(target, response) is not { Address: { } next })
        {
            return response;
        }

        response.Dispose();
        using var again = Message(request, token, next);
        return await transport.SendAsync(again, cancellationToken);
    }

    // Dots in a path must not lead out of the API: behind a gateway the token would go to another service.
    private Uri? TargetOf(LocalRequest request)
    {
        var query = request.Query.Length == 0 ? "" : "?" + request.Query;
        var root = settings.Root;
        return Uri.TryCreate(root + request.Path + query, UriKind.Absolute, out var target) && target.AbsoluteUri.StartsWith(root + "/v1/", StringComparison.Ordinal) ? target : null;
    }

    private bool UsesOwn(LocalRequest request) =>
        mode == ProxyToken.Always
        || (mode == ProxyToken.WhenAbsent && string.IsNullOrEmpty(request.Headers.GetValueOrDefault(TokenHeader)) && !request.Headers.ContainsKey("Authorization"));

    private SecretText? TokenOf(LocalRequest request) => UsesOwn(request) ? ownToken()
        : request.Headers.GetValueOrDefault(TokenHeader) is { Length: > 0 } callers ? new SecretText(callers) : null;

    private HttpRequestMessage Message(LocalRequest request, SecretText? token, Uri target)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), target);
        foreach (var name in Passed)
        {
            Add(message.Headers, name, request.Headers.GetValueOrDefault(name));
        }

        Add(message.Headers, "X-Vault-Request", "true");
        Add(message.Headers, "X-Forwarded-For", "127.0.0.1");
        if (!request.Headers.ContainsKey("X-Vault-Namespace"))
        {
            Add(message.Headers, "X-Vault-Namespace", settings.Namespace);
        }

        Add(message.Headers, TokenHeader, token?.Reveal());
        if (!request.Body.IsEmpty)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.TryParse(request.Headers.GetValueOrDefault("Content-Type"), out var type)
                ? type
                : new MediaTypeHeaderValue("application/json");
        }

        return message;
    }

    private static void Add(HttpRequestHeaders headers, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            headers.TryAddWithoutValidation(name, value);
        }
    }
}
