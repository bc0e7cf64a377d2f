using System.Net;
using System.Text.Json.Nodes;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Authorization;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Tokens;

/// <summary><c>auth/token/</c>: making, showing, renewing and ending tokens.</summary>
internal sealed class TokenBackend : IBackend
{
    private static readonly VaultReply BadToken = VaultReply.Error(HttpStatusCode.Forbidden, "bad token");

    private readonly TokenStore _tokens;
    private readonly VaultServices _services;

    public TokenBackend(VaultServices services, Gatekeeper gatekeeper)
    {
        _services = services;
        _tokens = services.Tokens;
        var roles = new TokenRoles();
        var creation = new TokenCreation(gatekeeper, roles);
        Routes = new RouteTable(
            new Route("create").On(VaultOperation.Write, creation.Create),
            new Route("create-orphan") { Access = RouteAccess.Sudo }.On(VaultOperation.Write, TokenCreation.CreateOrphan),
            new Route("create/{role}").On(VaultOperation.Write, creation.CreateWithRole),
            new Route("lookup-self").On(VaultOperation.Read, LookupSelf).On(VaultOperation.Write, LookupSelf),
            new Route("lookup").On(VaultOperation.Read, LookupSelf).On(VaultOperation.Write, Lookup),
            new Route("lookup-accessor").On(VaultOperation.Write, LookupAccessor),
            new Route("renew-self").On(VaultOperation.Write, call => Renew(call, call.Token)),
            new Route("renew").On(VaultOperation.Write, call => Renew(call, Named(call))),
            new Route("renew-accessor").On(VaultOperation.Write, call => Renew(call, _tokens.FindByAccessor(call.Fields().Text("accessor")))),
            new Route("revoke-self").OnAsync(VaultOperation.Write, (call, _) => RevokeAsync(call.Token)),
            new Route("revoke").OnAsync(VaultOperation.Write, (call, _) => RevokeAsync(Named(call))),
            new Route("revoke-accessor").OnAsync(VaultOperation.Write, RevokeAccessorAsync),
            new Route("revoke-orphan") { Access = RouteAccess.Sudo }.On(VaultOperation.Write, RevokeOrphan),
            new Route("accessors") { Access = RouteAccess.Sudo }.On(VaultOperation.List, _ => VaultReply.Keys(_tokens.Accessors())),
            roles.List(),
            roles.Route());
    }

    public RouteTable Routes { get; }

    private VaultReply LookupSelf(VaultCall call) => Show(call.Token);

    private VaultReply Lookup(VaultCall call) => call.Fields().Has("token") ? Show(Named(call)) : Show(call.Token);

    private VaultReply LookupAccessor(VaultCall call)
    {
        if (_tokens.FindByAccessor(call.Fields().Text("accessor")) is not { } token)
        {
            return VaultReply.Error(HttpStatusCode.Forbidden, Refusals.Listed("invalid accessor"));
        }

        // Whoever knows an accessor may look, but does not get the token.
        var shown = token.ToLookup(_services.Time.GetUtcNow());
        shown["id"] = string.Empty;
        return VaultReply.Ok(shown);
    }

    private VaultReply Show(TokenEntry? token) => token is null ? BadToken : VaultReply.Ok(token.ToLookup(_services.Time.GetUtcNow()));

    private TokenEntry? Named(VaultCall call) => call.Fields().Text("token") is { Length: > 0 } id ? _tokens.Find(new SecretText(id)) : null;

    private VaultReply Renew(VaultCall call, TokenEntry? token)
    {
        var fields = call.Fields();
        var increment = fields.Duration("increment");
        if (fields.Refusal is { } refusal)
        {
            return refusal;
        }

        if (token is null)
        {
            return BadToken;
        }

        var (warnings, fault) = _tokens.Renew(token, increment);
        return fault is null ? new VaultReply { Issued = token, Warnings = warnings } : VaultReply.BadRequest(fault);
    }

    private async ValueTask<VaultReply> RevokeAsync(TokenEntry? token)
    {
        if (token is not null)
        {
            _tokens.Revoke(token);
            await _services.Leases.RevokeOwnedByAsync(token);
        }

        return VaultReply.NoContent;
    }

    private ValueTask<VaultReply> RevokeAccessorAsync(VaultCall call, CancellationToken cancellationToken) =>
        _tokens.FindByAccessor(call.Fields().Text("accessor")) is { } token
            ? RevokeAsync(token)
            : ValueTask.FromResult(VaultReply.BadRequest("invalid accessor"));

    private VaultReply RevokeOrphan(VaultCall call)
    {
        if (Named(call) is not { } token)
        {
            return VaultReply.BadRequest("token to revoke not found");
        }

        _tokens.RevokeAlone(token);
        return VaultReply.NoContent;
    }
}
