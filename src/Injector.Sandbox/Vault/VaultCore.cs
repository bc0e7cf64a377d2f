using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Audit;
using Injector.Sandbox.Vault.Authorization;
using Injector.Sandbox.Vault.Clock;
using Injector.Sandbox.Vault.Cubbyhole;
using Injector.Sandbox.Vault.Mounts;
using Injector.Sandbox.Vault.Namespaces;
using Injector.Sandbox.Vault.Policies;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;
using Injector.Sandbox.Vault.Server;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault;

/// <summary>Takes one request from the front end to its answer: namespace, mount, token, policy, backend, lease or token, wrapping.</summary>
internal sealed class VaultCore : IAsyncDisposable
{
    private readonly Gatekeeper _gatekeeper;
    private readonly NamespaceFactory _factory;

    public VaultCore(SandboxVaultOptions options)
    {
        Services = new VaultServices(options);
        _gatekeeper = new Gatekeeper(Services.Tokens, Services.Namespaces, Services.Identity);
        _factory = new NamespaceFactory(Services, _gatekeeper);
        _factory.Furnish(Services.Namespaces.Root);
        Services.Tokens.Ended = End;
        RootToken = MakeRootToken(options.RootToken);
    }

    public VaultServices Services { get; }

    public SecretText RootToken { get; }

    public async ValueTask<VaultReply> HandleAsync(VaultRequest request, CancellationToken cancellationToken)
    {
        if (Services.Namespaces.Resolve(request.Namespace, request.Path) is not { } place)
        {
            return Refusals.NoRoute(request.Path);
        }

        if (request.Operation == VaultOperation.Write && place.Path.EndsWith('/'))
        {
            return VaultReply.BadRequest("cannot write to a path ending in '/'");
        }

        var path = request.Operation == VaultOperation.List && !place.Path.EndsWith('/') ? place.Path + "/" : place.Path;
        if (place.Namespace.Mounts.Find(path) is not { } mount)
        {
            return Services.Seal.IsSealed ? Refusals.Sealed
                : _gatekeeper.Check(request, place.Namespace.Path + path, RouteAccess.Token, static () => true).Refusal ?? Refusals.NoRoute(path);
        }

        var relativePath = path.Length < mount.Path.Length ? string.Empty : path[mount.Path.Length..];
        var found = mount.Backend.Routes.Find(relativePath);
        if (Services.Seal.IsSealed && found?.Route.Access != RouteAccess.AnonymousEvenSealed)
        {
            return Refusals.Sealed;
        }

        var call = new VaultCall
        {
            Request = request,
            Namespace = place.Namespace,
            Mount = mount,
            Path = path.TrimEnd('/'),
            RelativePath = relativePath,
            Captures = found?.Captures ?? new Dictionary<string, string>(),
        };
        return await AuthoriseAndRunAsync(found?.Route, call, place.Namespace.Path + path, cancellationToken);
    }

    public async ValueTask DisposeAsync() => await Services.DisposeAsync();

    private async ValueTask<VaultReply> AuthoriseAndRunAsync(Route? route, VaultCall call, string fullPath, CancellationToken cancellationToken)
    {
        TokenEntry? token = null;
        VaultReply? refusal = null;
        var access = route?.Access ?? RouteAccess.Token;
        if (access is RouteAccess.Token or RouteAccess.Sudo)
        {
            (token, refusal) = _gatekeeper.Check(call.Request, fullPath, access, () => route?.Exists?.Invoke(call) != false);
        }

        // A refused request uses a token up as well.
        var isLastUse = token is not null && Services.Tokens.Use(token);
        var reply = route is null
            ? refusal ?? Refusals.UnsupportedPath
            : await RunAuditedAsync(route, call with { Token = token }, refusal, cancellationToken);
        if (!isLastUse || token is null)
        {
            return reply;
        }

        Services.Tokens.Revoke(token);
        return reply.Lease is null
            ? reply
            : VaultReply.BadRequest("Secret cannot be returned; token had one use left, so leased credentials were immediately revoked.");
    }

    private async ValueTask<VaultReply> RunAuditedAsync(Route route, VaultCall call, VaultReply? refusal, CancellationToken cancellationToken)
    {
        var token = call.Token;
        if (!Services.Audit.IsOn)
        {
            return refusal ?? await RunAsync(route, call, cancellationToken);
        }

        var operation = OperationName(route, call);
        if (!Services.Audit.TryWrite(device => AuditLine.OfRequest(device, call, token, operation, Services.Time.GetUtcNow())))
        {
            return Refusals.Internal("no audit backend succeeded in logging the request");
        }

        var reply = refusal ?? await RunAsync(route, call, cancellationToken);
        return Services.Audit.TryWrite(device => AuditLine.OfResponse(device, call, token, operation, reply, Services.Time.GetUtcNow()))
            ? reply
            : Refusals.Internal("no audit backend succeeded in logging the response");
    }

    private static string OperationName(Route route, VaultCall call) => call.Request.Operation switch
    {
        VaultOperation.Read => "read",
        VaultOperation.List => "list",
        VaultOperation.Delete => "delete",
        VaultOperation.Patch => "patch",
        _ => route.Exists?.Invoke(call) == false ? "create" : "update",
    };

    private async ValueTask<VaultReply> RunAsync(Route route, VaultCall call, CancellationToken cancellationToken) =>
        Finish(await route.HandleAsync(call, cancellationToken), call);

    private VaultReply Finish(VaultReply reply, VaultCall call)
    {
        var origin = new TokenOrigin(call.Path, call.Namespace.Path, call.Mount.Lifetimes);
        if (reply.Grant is { } grant)
        {
            reply = Login(reply, grant, origin, call);
        }

        if (reply.Offer is { } offer && call.Token is { } owner)
        {
            reply = reply with { Offer = null, Lease = Services.Leases.Register(offer, origin, owner) };
        }

        return call.Request.WrapTtl is { } ttl && reply is { Errors: null, Raw: null, WrapInfo: null } && (reply.Data is not null || reply.Issued is not null)
            ? new VaultReply { WrapInfo = Services.Wrapping.Wrap(Envelope.Write(call.Request.Id, reply), call.Path, ttl) }
            : reply;
    }

    private VaultReply Login(VaultReply reply, TokenGrant grant, TokenOrigin origin, VaultCall call)
    {
        if (!ClientAddress.IsWithin(grant.Parameters.BoundCidrs, call.Request.RemoteAddress))
        {
            return Refusals.PermissionDenied;
        }

        var identity = new TokenIdentity(grant.EntityId, []);
        if (grant.Alias is { } alias)
        {
            var entity = Services.Identity.ForLogin(alias, call.Mount.Accessor);
            if (entity.IsDisabled)
            {
                return Refusals.PermissionDenied;
            }

            identity = new TokenIdentity(entity.Id, entity.Policies);
        }
        else if (Services.Identity.Find(grant.EntityId) is { } parent)
        {
            identity = new TokenIdentity(parent.Id, parent.Policies);
        }

        var (token, warnings) = Services.Tokens.Create(grant, origin, identity);
        return reply with { Grant = null, Issued = token, Warnings = [.. reply.Warnings, .. warnings] };
    }

    private void End(TokenEntry token)
    {
        foreach (var mount in Services.Namespaces.Root.Mounts.All)
        {
            (mount.Backend as CubbyholeBackend)?.Forget(token);
        }

        // The queue keeps order and faults; nobody waits for a token that ends by itself.
        _ = Services.Leases.RevokeOwnedByAsync(token);
    }

    private SecretText MakeRootToken(SecretText? wanted)
    {
        var grant = new TokenGrant { Parameters = new TokenParameters { Policies = [Policy.Root] }, DisplayName = "root", Id = wanted?.Reveal() };
        return Services.Tokens.Create(grant, new TokenOrigin("auth/token/root", string.Empty, Lifetimes.System), TokenIdentity.Nobody).Token.Id;
    }
}
