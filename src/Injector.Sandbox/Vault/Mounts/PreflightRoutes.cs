using System.Net;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Authorization;
using Injector.Sandbox.Vault.Namespaces;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Mounts;

/// <summary><c>sys/internal/ui/mounts</c>: which mount a path leads to, told only to those who may do something there.</summary>
internal sealed class PreflightRoutes(TokenStore tokens, NamespaceTree namespaces, Gatekeeper gatekeeper, VaultNamespace vaultNamespace)
{
    public IEnumerable<Route> Routes() =>
    [
        new Route("internal/ui/mounts") { Access = RouteAccess.Anonymous }.On(VaultOperation.Read, ListVisible),
        new Route("internal/ui/mounts/{path*}") { Access = RouteAccess.Anonymous }.On(VaultOperation.Read, Find),
    ];

    private VaultReply Find(VaultCall call)
    {
        if (call.Request.Token is not { } id)
        {
            return Refusals.PermissionDenied;
        }

        if (tokens.Find(id) is not { } token)
        {
            return Refusals.InvalidToken;
        }

        var path = call["path"];
        var (home, below) = namespaces.Resolve(vaultNamespace.Path.TrimEnd('/'), path) ?? (vaultNamespace, path);
        if (home.Mounts.Find(below) is not { } mount || !MaySee(token, home, mount))
        {
            // The same for a mount that is missing and one that is none of the caller's business.
            return VaultReply.Error(HttpStatusCode.Forbidden, $"preflight capability check returned 403, please ensure client's policies grant access to path \"{path.TrimEnd('/')}/\"");
        }

        var shown = mount.ToJson();
        shown["path"] = home.Path[vaultNamespace.Path.Length..] + mount.Path;
        return VaultReply.Ok(shown);
    }

    private VaultReply ListVisible(VaultCall call)
    {
        var token = call.Request.Token is { } id ? tokens.Find(id) : null;
        var (auth, secret) = (new JsonObject(), new JsonObject());
        foreach (var mount in vaultNamespace.Mounts.All.Where(mount => mount.Config.ListingVisibility == "unauth" || (token is not null && MaySee(token, vaultNamespace, mount))))
        {
            var target = mount.IsAuth ? auth : secret;
            target[mount.IsAuth ? mount.Path["auth/".Length..] : mount.Path] = mount.ToJson();
        }

        return VaultReply.Ok(new JsonObject { ["auth"] = auth, ["secret"] = secret });
    }

    private bool MaySee(TokenEntry token, VaultNamespace home, Mount mount) => gatekeeper.AccessOf(token).ReachesInto(home.Path + mount.Path);
}
