using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Injector.Sandbox.Vault.Requests;

/// <summary>Writes a reply as Vault does.</summary>
internal static class ReplyWriter
{
    public static async Task WriteAsync(HttpResponse response, string requestId, VaultReply reply, CancellationToken cancellationToken)
    {
        response.StatusCode = (int)reply.Status;
        response.Headers.CacheControl = "no-store";
        if (reply.Status == HttpStatusCode.NoContent)
        {
            return;
        }

        var body = reply.Raw ?? RawBody.Json(reply.Errors is null ? Envelope(requestId, reply) : Failure(reply));
        response.ContentType = body.ContentType;
        response.ContentLength = body.Content.Length;
        await response.Body.WriteAsync(body.Content, cancellationToken);
    }

    private static JsonObject Envelope(string requestId, VaultReply reply) => new()
    {
        ["request_id"] = requestId,
        ["lease_id"] = string.Empty,
        ["renewable"] = false,
        ["lease_duration"] = 0,
        ["data"] = reply.Data,
        ["wrap_info"] = null,
        ["warnings"] = Texts(reply.Warnings),
        ["auth"] = null,
    };

    private static JsonObject Failure(VaultReply reply) => new() { ["errors"] = new JsonArray([.. (reply.Errors ?? []).Select(static error => JsonValue.Create(error))]) };

    private static JsonArray? Texts(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? null : new JsonArray([.. texts.Select(static text => JsonValue.Create(text))]);
}
