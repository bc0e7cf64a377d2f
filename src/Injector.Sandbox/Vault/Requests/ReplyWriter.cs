using System.Net;
using Microsoft.AspNetCore.Http;

namespace Injector.Sandbox.Vault.Requests;

/// <summary>Writes a reply to HTTP.</summary>
internal static class ReplyWriter
{
    public static async Task WriteAsync(HttpResponse response, RenderedReply reply, CancellationToken cancellationToken)
    {
        response.StatusCode = (int)reply.Status;
        response.Headers.CacheControl = "no-store";
        if (reply.Body is not { } body)
        {
            return;
        }

        response.ContentType = body.ContentType;
        response.ContentLength = body.Content.Length;
        if (!HttpMethods.IsHead(response.HttpContext.Request.Method))
        {
            await response.Body.WriteAsync(body.Content, cancellationToken);
        }
    }
}
