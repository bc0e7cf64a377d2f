using System.Net;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.KeyValue;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Leases;

/// <summary><c>sys/leases</c> and the older paths without it.</summary>
internal sealed class LeaseRoutes(LeaseStore leases, TimeProvider time)
{
    public IEnumerable<Route> Routes() =>
    [
        new Route("leases/renew").OnAsync(VaultOperation.Write, RenewAsync),
        new Route("leases/renew/{id*}").OnAsync(VaultOperation.Write, RenewAsync),
        new Route("renew").OnAsync(VaultOperation.Write, RenewAsync),
        new Route("renew/{id*}").OnAsync(VaultOperation.Write, RenewAsync),
        new Route("leases/revoke").OnAsync(VaultOperation.Write, RevokeAsync),
        new Route("leases/revoke/{id*}").OnAsync(VaultOperation.Write, RevokeAsync),
        new Route("revoke").OnAsync(VaultOperation.Write, RevokeAsync),
        new Route("revoke/{id*}").OnAsync(VaultOperation.Write, RevokeAsync),
        new Route("leases/lookup").On(VaultOperation.Write, Lookup),
        new Route("leases/lookup/{prefix*}") { Access = RouteAccess.Sudo }.On(VaultOperation.List, List),
        new Route("leases/revoke-prefix/{prefix*}") { Access = RouteAccess.Sudo }.OnAsync(VaultOperation.Write, RevokePrefixAsync),
        new Route("leases/revoke-force/{prefix*}") { Access = RouteAccess.Sudo }.OnAsync(VaultOperation.Write, RevokePrefixAsync),
        new Route("revoke-prefix/{prefix*}") { Access = RouteAccess.Sudo }.OnAsync(VaultOperation.Write, RevokePrefixAsync),
    ];

    private static string IdOf(VaultCall call) => call["id"] is { Length: > 0 } id ? id : call.Fields().Text("lease_id");

    private async ValueTask<VaultReply> RenewAsync(VaultCall call, CancellationToken cancellationToken)
    {
        var fields = call.Fields();
        var increment = fields.Duration("increment");
        if (fields.Refusal is { } refusal)
        {
            return refusal;
        }

        if (IdOf(call).Length == 0)
        {
            return VaultReply.BadRequest("lease_id must be specified");
        }

        var (lease, warnings, fault) = await leases.RenewAsync(call.Namespace.Path, IdOf(call), increment, cancellationToken);
        return fault switch
        {
            LeaseFault.NotFound => VaultReply.BadRequest("lease not found"),
            LeaseFault.NotRenewable => VaultReply.BadRequest("lease is not renewable"),
            LeaseFault.PastMaxTtl => VaultReply.BadRequest("failed to renew entry: past the max TTL, cannot renew"),
            LeaseFault.Engine => Refusals.Internal($"failed to renew entry: {string.Join("; ", warnings)}"),
            _ => new VaultReply { Lease = lease, Warnings = warnings },
        };
    }

    private async ValueTask<VaultReply> RevokeAsync(VaultCall call, CancellationToken cancellationToken)
    {
        if (IdOf(call).Length == 0)
        {
            return VaultReply.BadRequest("lease_id must be specified");
        }

        var done = leases.Find(call.Namespace.Path, IdOf(call)) is { } lease ? leases.RevokeAsync(lease) : Task.FromResult<string?>(null);
        return await FinishAsync(call, done);
    }

    private async ValueTask<VaultReply> RevokePrefixAsync(VaultCall call, CancellationToken cancellationToken) =>
        await FinishAsync(call, leases.RevokePrefixAsync(call.Namespace.Path, call["prefix"]));

    private static async ValueTask<VaultReply> FinishAsync(VaultCall call, Task<string?> work)
    {
        if (!call.Fields().Flag("sync", fallback: true))
        {
            return VaultReply.Empty(HttpStatusCode.Accepted);
        }

        return await work is { } fault ? Refusals.Internal($"failed to revoke entry: {fault}") : VaultReply.NoContent;
    }

    private VaultReply Lookup(VaultCall call) => leases.Find(call.Namespace.Path, call.Fields().Text("lease_id")) is { } lease
        ? VaultReply.Ok(lease.ToLookup(time.GetUtcNow()))
        : VaultReply.BadRequest("invalid lease");

    private VaultReply List(VaultCall call) =>
        VaultReply.Keys(Folders.List(leases.Find(call.Namespace.Path, static _ => true), call["prefix"]));
}
