using Injector.Sandbox.Vault.Faults;
using Injector.Sandbox.Vault.Journal;
using Microsoft.AspNetCore.Http;

namespace Injector.Sandbox.Vault.Requests;

/// <summary>HTTP in, HTTP out; everything between is the core's.</summary>
internal sealed class HttpFrontEnd(VaultCore core, TimeProvider time)
{
    /// <summary>Vault's own limit for a request.</summary>
    public const int MaxRequestBytes = 32 * 1024 * 1024;

    private readonly FaultyWire _wire = new(time);

    public FaultPlan Faults { get; } = new();

    public RequestJournal Journal { get; } = new();

    public async Task AnswerAsync(HttpContext context)
    {
        var arrived = time.GetUtcNow();
        var (method, path) = (context.Request.Method, RequestReader.PathOf(context.Request));
        var status = 0;
        try
        {
            status = await AnswerAsync(context, Faults.Take(method, path));
        }
        catch (OperationCanceledException)
        {
            // The client has gone; there is nobody left to answer.
            context.Abort();
        }
        finally
        {
            Journal.Add(new RequestRecord(arrived, method, path, status));
        }
    }

    private async Task<int> AnswerAsync(HttpContext context, FaultRule? fault)
    {
        if (fault is not null)
        {
            await _wire.DelayAsync(fault, context.RequestAborted);
            if (await FaultyWire.InterceptAsync(context, fault.Effect) is { } intercepted)
            {
                return intercepted;
            }
        }

        if (core.Services.Node.RedirectFor(context.Request) is { } active)
        {
            return await FaultyWire.InterceptAsync(context, new FaultEffect.Redirect(StatusCodes.Status307TemporaryRedirect, active)) ?? 0;
        }

        var (request, refusal) = await RequestReader.ReadAsync(context, context.RequestAborted);
        var reply = request is null
            ? RenderedReply.Of(string.Empty, refusal ?? VaultReply.Missing)
            : RenderedReply.Of(request.Id, await core.HandleAsync(request, context.RequestAborted));
        await _wire.SendAsync(context, reply, fault?.Effect ?? new FaultEffect.Proceed());
        return (int)reply.Status;
    }
}
