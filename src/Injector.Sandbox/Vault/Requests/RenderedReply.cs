using System.Net;

namespace Injector.Sandbox.Vault.Requests;

/// <summary>Status and bytes of an answer.</summary>
internal sealed record RenderedReply(HttpStatusCode Status, RawBody? Body)
{
    public static RenderedReply Of(string requestId, VaultReply reply) => new(reply.Status, Render(requestId, reply));

    private static RawBody? Render(string requestId, VaultReply reply) => reply switch
    {
        { Status: HttpStatusCode.NoContent or HttpStatusCode.Accepted } => null,
        { Raw: { } raw } => raw,
        { Errors: { } errors } => RawBody.Json(Envelope.WriteErrors(errors)),
        _ => RawBody.Json(Envelope.Write(requestId, reply)),
    };
}
