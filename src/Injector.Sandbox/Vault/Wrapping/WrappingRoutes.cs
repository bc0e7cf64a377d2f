using System.Net;
using System.Text.Json.Nodes;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Authorization;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Wrapping;

/// <summary><c>sys/wrapping</c>.</summary>
internal sealed class WrappingRoutes(VaultServices services, Gatekeeper gatekeeper)
{
    private static readonly VaultReply Invalid = VaultReply.BadRequest("wrapping token is not valid or does not exist");

    public IEnumerable<Route> Routes() =>
    [
        new Route("wrapping/wrap").On(VaultOperation.Write, Wrap),
        new Route("wrapping/lookup") { Access = RouteAccess.Anonymous }.On(VaultOperation.Write, Lookup).On(VaultOperation.Read, Lookup),
        new Route("wrapping/unwrap") { Access = RouteAccess.Anonymous }.On(VaultOperation.Write, Unwrap),
        new Route("wrapping/rewrap") { Access = RouteAccess.Anonymous }.On(VaultOperation.Write, Rewrap),
    ];

    private static VaultReply Wrap(VaultCall call) => call.Request.WrapTtl is null
        ? VaultReply.BadRequest("endpoint requires response wrapping to be used")
        : VaultReply.Ok(call.Body.DeepClone().AsObject());

    private VaultReply Lookup(VaultCall call) => Named(call) is { } token && services.Wrapping.Find(token) is { } answer
        ? VaultReply.Ok(new JsonObject
        {
            ["creation_path"] = answer.CreationPath,
            ["creation_time"] = GoTime.Print(answer.Created),
            ["creation_ttl"] = answer.Ttl.ToSeconds(),
        })
        : Invalid;

    private VaultReply Unwrap(VaultCall call)
    {
        if (CheckCaller(call) is { } refusal)
        {
            return refusal;
        }

        return Named(call) is { } token && services.Wrapping.Take(token) is { } answer ? VaultReply.Document(HttpStatusCode.OK, answer.Envelope) : Invalid;
    }

    private VaultReply Rewrap(VaultCall call)
    {
        if (CheckCaller(call) is { } refusal)
        {
            return refusal;
        }

        return Named(call) is { } token && services.Wrapping.Take(token) is { } answer
            ? new VaultReply { WrapInfo = services.Wrapping.Wrap(answer.Envelope, answer.CreationPath, answer.Ttl) }
            : Invalid;
    }

    /// <summary>The wrapping token: in the body, or in place of the caller's own.</summary>
    private static SecretText? Named(VaultCall call) => call.Fields().Text("token") is { Length: > 0 } named ? new SecretText(named) : call.Request.Token;

    /// <summary>Whoever names a wrapping token in the body needs a token of their own; a wrapping token may unwrap itself.</summary>
    private VaultReply? CheckCaller(VaultCall call)
    {
        var brings = call.Request.Token;
        if (call.Fields().Text("token").Length == 0 || (brings is not null && services.Wrapping.Find(brings) is not null))
        {
            return brings is null ? Refusals.MissingToken : null;
        }

        return gatekeeper.Check(call.Request, call.FullPath, RouteAccess.Token, static () => true).Refusal;
    }
}
