using System.Buffers;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Webhook;
using Microsoft.AspNetCore.Http;

namespace Injector.Webhook.Admission;

/// <summary>A body in rented memory, read within the limits of size and time.</summary>
internal sealed class RequestBody : IDisposable
{
    private const int FirstRent = 16 * 1024;

    private byte[] _rented;
    private int _length;

    private RequestBody(byte[] rented) => _rented = rented;

    public ReadOnlyMemory<byte> Content => _rented.AsMemory(0, _length);

    /// <summary>Why the body was not read; null when it was.</summary>
    public Diagnostic? Fault { get; private set; }

    /// <summary>Reads the body of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">Largest body that is accepted.</param>
    /// <param name="time">Measures how long the caller takes.</param>
    /// <param name="cancellationToken">The caller has gone.</param>
    /// <returns>The body or a fault.</returns>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, int maxBytes, TimeProvider time, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            return new RequestBody([]) { Fault = TooLarge(maxBytes) };
        }

        var body = new RequestBody(ArrayPool<byte>.Shared.Rent((int)(request.ContentLength ?? FirstRent) + 1));
        using var deadline = new CancellationTokenSource(WebhookLimits.BodyTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            body.Fault = await body.FillAsync(request.Body, maxBytes, either.Token) ? null : TooLarge(maxBytes);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            body.Fault = Catalogue.Webhook.BodyTooSlow.For("body", WebhookLimits.BodyTimeout.TotalSeconds);
        }
        catch (BadHttpRequestException)
        {
            body.Fault = Catalogue.Webhook.BrokenJson.For("body", "the transfer is malformed or too slow");
        }

        return body;
    }

    public void Dispose()
    {
        if (_rented.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_rented);
            _rented = [];
        }
    }

    private static Diagnostic TooLarge(int maxBytes) => Catalogue.Webhook.BodyTooLarge.For("body", maxBytes);

    private async Task<bool> FillAsync(Stream source, int maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await source.ReadAsync(_rented.AsMemory(_length), cancellationToken);
            if (read == 0)
            {
                return true;
            }

            _length += read;
            if (_length > maxBytes)
            {
                return false;
            }

            if (_length == _rented.Length)
            {
                Grow();
            }
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_rented.Length * 2);
        Content.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_rented);
        _rented = larger;
    }
}
