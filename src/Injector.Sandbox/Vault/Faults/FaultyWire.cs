using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;
using Microsoft.AspNetCore.Http;

namespace Injector.Sandbox.Vault.Faults;

/// <summary>Plays the effects of fault rules on a connection.</summary>
internal sealed class FaultyWire(TimeProvider time)
{
    /// <summary>Waits as long as the rule says.</summary>
    public async ValueTask DelayAsync(FaultRule rule, CancellationToken cancellationToken)
    {
        if (rule.Latency > TimeSpan.Zero)
        {
            await Task.Delay(rule.Latency, time, cancellationToken);
        }
    }

    /// <summary>Answers in the server's place.</summary>
    /// <returns>The status sent; null when the server has to answer itself.</returns>
    public static async ValueTask<int?> InterceptAsync(HttpContext context, FaultEffect effect)
    {
        switch (effect)
        {
            case FaultEffect.Status status:
                context.Response.Headers.RetryAfter = status.RetryAfter?.ToString(CultureInfo.InvariantCulture);
                await SendAsync(context, status.Code, RawBody.Json(Envelope.WriteErrors(status.Errors)));
                return status.Code;
            case FaultEffect.PlainText text:
                await SendAsync(context, text.Code, new RawBody(Encoding.UTF8.GetBytes(text.Body), "text/html"));
                return text.Code;
            case FaultEffect.Redirect redirect:
                context.Response.StatusCode = redirect.Code;
                context.Response.Headers.Location = new Uri(redirect.Target, context.Request.Path + context.Request.QueryString).AbsoluteUri;
                return redirect.Code;
            case FaultEffect.DropConnection:
                context.Abort();
                return 0;
            case FaultEffect.Stall:
                await StallAsync(context);
                return 0;
            default:
                return null;
        }
    }

    /// <summary>Sends the server's answer, damaged.</summary>
    public async ValueTask SendAsync(HttpContext context, RenderedReply reply, FaultEffect effect)
    {
        var stop = context.RequestAborted;
        switch (effect)
        {
            case FaultEffect.Truncate truncate when reply.Body is { } body:
                Announce(context.Response, reply, body.Content.Length);
                await context.Response.Body.WriteAsync(body.Content[..Math.Min(truncate.Bytes, body.Content.Length)], stop);
                await context.Response.Body.FlushAsync(stop);
                context.Abort();
                break;
            case FaultEffect.Trickle trickle when reply.Body is { } body:
                await TrickleAsync(context, reply, body, trickle);
                break;
            case FaultEffect.Oversize oversize:
                await ReplyWriter.WriteAsync(context.Response, Grow(reply, oversize.Bytes), stop);
                break;
            case FaultEffect.Compress when reply.Body is { } body:
                context.Response.Headers.ContentEncoding = "gzip";
                await ReplyWriter.WriteAsync(context.Response, reply with { Body = body with { Content = Zip(body.Content.Span) } }, stop);
                break;
            default:
                await ReplyWriter.WriteAsync(context.Response, reply, stop);
                break;
        }
    }

    private static void Announce(HttpResponse response, RenderedReply reply, int length)
    {
        response.StatusCode = (int)reply.Status;
        response.ContentType = reply.Body?.ContentType;
        response.ContentLength = length;
    }

    private static async ValueTask SendAsync(HttpContext context, int code, RawBody body)
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = body.ContentType;
        await context.Response.Body.WriteAsync(body.Content, context.RequestAborted);
    }

    private static async ValueTask StallAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (context.RequestAborted.Register(gone.SetResult))
        {
            await gone.Task;
        }
    }

    private static RenderedReply Grow(RenderedReply reply, long bytes)
    {
        if (reply.Body is not { } body || JsonNode.Parse(body.Content.Span) is not JsonObject document)
        {
            return reply;
        }

        document["padding"] = new string('x', (int)Math.Min(bytes, int.MaxValue / 4));
        return reply with { Body = RawBody.Json(document) };
    }

    private static byte[] Zip(ReadOnlySpan<byte> content)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(content);
        }

        return target.ToArray();
    }

    private async ValueTask TrickleAsync(HttpContext context, RenderedReply reply, RawBody body, FaultEffect.Trickle trickle)
    {
        Announce(context.Response, reply, body.Content.Length);
        for (var at = 0; at < body.Content.Length; at += trickle.Bytes)
        {
            await context.Response.Body.WriteAsync(body.Content[at..Math.Min(at + trickle.Bytes, body.Content.Length)], context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(trickle.Pause, time, context.RequestAborted);
        }
    }
}
