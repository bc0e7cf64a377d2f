using Microsoft.AspNetCore.Http;

namespace Injector.Sandbox.Vault.Requests;

/// <summary>HTTP in, HTTP out; everything between is the core's.</summary>
internal sealed class HttpFrontEnd(VaultCore core)
{
    /// <summary>Vault's own limit for a request.</summary>
    public const int MaxRequestBytes = 32 * 1024 * 1024;

    public async Task AnswerAsync(HttpContext context)
    {
        var (request, refusal) = await RequestReader.ReadAsync(context, context.RequestAborted);
        var reply = request is null
            ? RenderedReply.Of(string.Empty, refusal ?? VaultReply.Missing)
            : RenderedReply.Of(request.Id, await core.HandleAsync(request, context.RequestAborted));
        await ReplyWriter.WriteAsync(context.Response, reply, context.RequestAborted);
    }
}
