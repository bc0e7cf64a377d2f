using System.Net;
using System.Net.Http.Headers;
using Injector.Contracts.Secrecy;
using Injector.Vault.Connection;
using Injector.Vault.Faults;

namespace Injector.Vault.Http;

/// <summary>Speaks Vault's HTTP API over one connection pool. Sends each request once, follows one redirect, classifies what comes back.</summary>
public sealed class HttpVaultClient(HttpMessageInvoker transport, VaultConnectionSettings settings, TimeProvider time) : IVaultClient
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly string _root = settings.Root;
    private readonly ConnectionThrift _thrift = new(time);
    private string? _index;

    /// <inheritdoc/>
    public async Task<VaultAnswer> SendAsync(VaultRequest request, CancellationToken cancellationToken)
    {
        if (request.Token is { } token && !IsPrintable(token))
        {
            return VaultAnswer.Failed(FaultClassifier.Fault(VaultFaultKind.BadRequest, request, 0, ["the token holds characters that cannot be sent"]));
        }

        using var limit = new CancellationTokenSource(settings.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await _thrift.EnterAsync();
        try
        {
            return await SendWithRedirectAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return VaultAnswer.Failed(FaultClassifier.Fault(
                VaultFaultKind.TimedOut, request, 0, [$"no complete answer from {Authority} within {settings.Timeout.TotalSeconds:0.#} s"]));
        }
        catch (InvalidDataException)
        {
            return VaultAnswer.Failed(FaultClassifier.Fault(VaultFaultKind.Malformed, request, 0, ["the answer is called gzip-coded and is not"]));
        }
        catch (HttpRequestException exception)
        {
            return VaultAnswer.Failed(NetworkFaults.Of(exception, request, Authority, Peer));
        }
        catch (IOException exception)
        {
            return VaultAnswer.Failed(NetworkFaults.Of(exception, request, Authority, Peer));
        }
        finally
        {
            _thrift.Leave();
        }
    }

    private string Authority => settings.Address.IsDefaultPort || settings.Address.Port < 0 ? settings.Address.Host : settings.Address.Authority;

    // Who is at the other end of the socket.
    private string Peer => settings.Proxy?.GetProxy(settings.Address) is { } proxy ? $"the proxy {proxy.Host}:{proxy.Port}" : Authority;

    private async Task<VaultAnswer> SendWithRedirectAsync(VaultRequest request, CancellationToken cancellationToken)
    {
        var target = new Uri(AddressOf(request));
        using var first = Message(request, target);
        var response = await transport.SendAsync(first, cancellationToken);
        if (!settings.FollowRedirect || RedirectTarget.Of(target, response) is not { } redirect)
        {
            return await ReadAsync(request, response, cancellationToken);
        }

        response.Dispose();
        if (redirect.Address is not { } next)
        {
            return VaultAnswer.Failed(FaultClassifier.Fault(redirect.Kind, request, (int)response.StatusCode, [redirect.Refusal ?? ""]));
        }

        using var second = Message(request, next);
        return await ReadAsync(request, await transport.SendAsync(second, cancellationToken), cancellationToken);
    }

    private async Task<VaultAnswer> ReadAsync(VaultRequest request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            var body = await BoundedBody.ReadAsync(response.Content, cancellationToken);
            if (body is null)
            {
                return VaultAnswer.Failed(FaultClassifier.Fault(
                    VaultFaultKind.Malformed, request, (int)response.StatusCode, ["the answer is larger than the agent reads"]));
            }

            // A node that lags behind the one that answered the login must not look like a refusal (Enterprise only).
            if (response.Headers.TryGetValues("X-Vault-Index", out var index))
            {
                _index = index.FirstOrDefault() ?? _index;
            }

            return FaultClassifier.Classify(request, (int)response.StatusCode, body, RetryAfter(response));
        }
    }

    private HttpRequestMessage Message(VaultRequest request, Uri target)
    {
        var message = new HttpRequestMessage(VerbOf(request.Method), target)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        var headers = message.Headers;
        headers.TryAddWithoutValidation("X-Vault-Request", "true");
        headers.TryAddWithoutValidation("User-Agent", ClientIdentity.UserAgent);
        Add(headers, "X-Vault-Token", request.Token?.Reveal());
        Add(headers, "X-Vault-Namespace", request.Namespace ?? settings.Namespace);
        Add(headers, "X-Vault-Index", _index);
        if (request.WrapTtl is { } ttl)
        {
            Add(headers, "X-Vault-Wrap-TTL", ((long)ttl.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture) + "s");
        }

        if (settings.CloseConnections)
        {
            headers.ConnectionClose = true;
        }

        if (request.Method == VaultMethod.Write)
        {
            var content = request.Body.IsEmpty ? new ByteArrayContent("{}"u8.ToArray()) : new ReadOnlyMemoryContent(request.Body) as HttpContent;
            content.Headers.ContentType = Json;
            message.Content = content;
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

    private string AddressOf(VaultRequest request)
    {
        var path = request.Path.AsSpan().Trim('/');
        var query = request.Method == VaultMethod.List ? "list=true" : request.Query;
        return string.IsNullOrEmpty(query) ? $"{_root}/v1/{Escape(path)}" : $"{_root}/v1/{Escape(path)}?{query}";
    }

    private static string Escape(ReadOnlySpan<char> path) => path.ContainsAnyExcept(PlainCharacters)
        ? string.Join('/', path.ToString().Split('/').Select(Uri.EscapeDataString))
        : path.ToString();

    private static readonly System.Buffers.SearchValues<char> PlainCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~/");

    private static bool IsPrintable(SecretText token)
    {
        foreach (var character in token.Reveal())
        {
            if (character is < '!' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => Bounded(delta),
        { Date: { } date } when date > time.GetUtcNow() => Bounded(date - time.GetUtcNow()),
        _ => null,
    };

    private static TimeSpan Bounded(TimeSpan pause) => pause < ResponseLimits.LongestRetryAfter ? pause : ResponseLimits.LongestRetryAfter;

    private static HttpMethod VerbOf(VaultMethod method) => method switch
    {
        VaultMethod.Write => HttpMethod.Put,
        VaultMethod.Delete => HttpMethod.Delete,
        _ => HttpMethod.Get,
    };
}
