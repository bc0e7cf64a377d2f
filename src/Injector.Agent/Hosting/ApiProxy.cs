using System.Net.Http.Headers;
using Injector.Agent.Local;
using Injector.Contracts.Secrecy;
using Injector.Vault.Connection;
using Injector.Vault.Http;

namespace Injector.Agent.Hosting;

/// <summary>Passes requests of the pod's other containers on to Vault, with the agent's token where the configuration says so.</summary>
internal sealed class ApiProxy(HttpMessageInvoker transport, VaultConnectionSettings settings, Func<SecretText?> ownToken, ProxyToken mode, TimeProvider time)
{
    private const string TokenHeader = "X-Vault-Token";
    private static readonly string[] Passed = ["X-Vault-Namespace", "X-Vault-Wrap-TTL", "X-Vault-Index", "X-Vault-Inconsistent", "X-Vault-Forward", "X-Vault-Policy-Override", "Authorization", "Accept"];

    public async Task<LocalResponse> ForwardAsync(LocalRequest request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(settings.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var message = Message(request, out var isOwn);
        try
        {
            using var response = await transport.SendAsync(message, either.Token);
            if (await BoundedBody.ReadAsync(response.Content, either.Token) is not { } body)
            {
                return LocalResponse.Error(502, "the answer is larger than the agent reads");
            }

            var type = response.Content.Headers.ContentType?.ToString() ?? "application/json";
            return new LocalResponse((int)response.StatusCode, type, isOwn ? OwnTokenAnswers.Strip(request.Path, body) : body);
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

    private HttpRequestMessage Message(LocalRequest request, out bool isOwn)
    {
        var query = request.Query.Length == 0 ? "" : "?" + request.Query;
        var root = settings.Address.Scheme == "unix" ? "http://localhost" : settings.Address.AbsoluteUri.TrimEnd('/');
        var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(root + request.Path + query));
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

        var given = request.Headers.GetValueOrDefault(TokenHeader);
        isOwn = mode == ProxyToken.Always || (mode == ProxyToken.WhenAbsent && string.IsNullOrEmpty(given) && !request.Headers.ContainsKey("Authorization"));
        Add(message.Headers, TokenHeader, isOwn ? ownToken()?.Reveal() : given);
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
