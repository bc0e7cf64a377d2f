using Injector.Agent.Local;
using Injector.Contracts.Secrecy;

namespace Injector.Agent.Caching;

/// <summary>An answer with a lease or a token that is kept alive for the containers that ask for it again.</summary>
internal sealed class CachedAnswer : IDisposable
{
    private readonly int _status;
    private readonly string _contentType;
    private readonly SecretBytes _body;
    private readonly CancellationTokenSource _end = new();

    public CachedAnswer(LocalRequest request, SecretText token, LocalResponse response, CachedLife life)
    {
        (Path, Namespace, Token, Life, End) = (request.Path, request.Headers.GetValueOrDefault("X-Vault-Namespace"), token, life, _end.Token);
        (_status, _contentType, _body) = (response.Status, response.ContentType, new SecretBytes(response.Body.ToArray()));
    }

    /// <summary>Path of the request, with <c>/v1/</c>.</summary>
    public string Path { get; }

    /// <summary>The namespace it was asked for in; null: the agent's.</summary>
    public string? Namespace { get; }

    /// <summary>The token it was asked for with.</summary>
    public SecretText Token { get; }

    public CachedLife Life { get; }

    /// <summary>Is cancelled when the entry is forgotten.</summary>
    public CancellationToken End { get; }

    /// <summary>The answer once more.</summary>
    public LocalResponse Answer(TimeSpan age) => new(_status, _contentType, _body.Reveal().ToArray()) { Headers = CacheHeaders.Hit(age) };

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
        _body.Dispose();
    }
}
