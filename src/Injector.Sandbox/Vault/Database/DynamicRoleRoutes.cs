using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Leases;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Database;

/// <summary><c>roles/</c> and <c>creds/</c>: a new user for every read.</summary>
internal sealed class DynamicRoleRoutes(ConcurrentDictionary<string, Connection> connections, TimeProvider time)
{
    private static readonly SecretText NoPassword = new(string.Empty);
    private readonly ConcurrentDictionary<string, DynamicRole> _roles = new(StringComparer.Ordinal);

    public IEnumerable<Route> Routes() =>
    [
        new Route("roles").On(VaultOperation.List, _ => VaultReply.Keys(_roles.Keys)),
        new Route("roles/{name}") { Exists = call => _roles.ContainsKey(call["name"]) }
            .On(VaultOperation.Read, call => _roles.GetValueOrDefault(call["name"]) is { } role ? VaultReply.Ok(role.ToJson()) : VaultReply.Missing)
            .On(VaultOperation.Write, Write)
            .On(VaultOperation.Delete, Delete),
        new Route("creds/{name}").OnAsync(VaultOperation.Read, CreateAsync),
    ];

    private VaultReply Write(VaultCall call)
    {
        var fields = call.Fields();
        var role = (_roles.GetValueOrDefault(call["name"]) ?? new DynamicRole()).Update(fields);
        if (fields.Refusal is { } refusal)
        {
            return refusal;
        }

        if (role.Connection.Length == 0)
        {
            return VaultReply.BadRequest("database name is required");
        }

        if (role.MaxTtl > TimeSpan.Zero && role.DefaultTtl > role.MaxTtl)
        {
            return VaultReply.BadRequest("default_ttl cannot be greater than max_ttl");
        }

        _roles[call["name"]] = role;
        return VaultReply.NoContent;
    }

    private VaultReply Delete(VaultCall call)
    {
        _roles.TryRemove(call["name"], out _);
        return VaultReply.NoContent;
    }

    private async ValueTask<VaultReply> CreateAsync(VaultCall call, CancellationToken cancellationToken)
    {
        if (_roles.GetValueOrDefault(call["name"]) is not { } role)
        {
            return VaultReply.BadRequest($"unknown role: {call["name"]}");
        }

        if (connections.GetValueOrDefault(role.Connection) is not { } connection)
        {
            return Refusals.Internal($"failed to find entry for connection with name: \"{role.Connection}\"");
        }

        if (!connection.Allows(call["name"]))
        {
            return Refusals.Internal($"\"{call["name"]}\" is not an allowed role");
        }

        // The database refuses the user a little after the lease, so that a lease is never longer than its login.
        var now = time.GetUtcNow();
        var ttl = role.DefaultTtl > TimeSpan.Zero ? role.DefaultTtl : call.Mount.Lifetimes.Default;
        var user = new DatabaseUser(Credentials.UserName(call.Token?.Grant.DisplayName ?? "token", call["name"], now), Credentials.Password(), Grace(now + ttl));
        if (await connection.Database.RunAsync(role.Creation, user, cancellationToken) is { } fault)
        {
            return Refusals.Internal(fault.Message);
        }

        var data = new JsonObject { ["password"] = user.Password.Reveal(), ["username"] = user.Name };
        return VaultReply.Ok(data) with { Offer = Offer(role, connection.Database, user.Name) };
    }

    private static DateTimeOffset Grace(DateTimeOffset leaseEnd) => leaseEnd + TimeSpan.FromSeconds(5);

    private LeaseOffer Offer(DynamicRole role, IDatabase database, string name) => new()
    {
        Ttl = role.DefaultTtl,
        MaxTtl = role.MaxTtl,
        RevokeAsync = async cancellationToken =>
        {
            var statements = role.Revocation.Count > 0 ? role.Revocation : database.DefaultRevocation;
            if (await database.RunAsync(statements, new DatabaseUser(name, NoPassword, time.GetUtcNow()), cancellationToken) is { } fault)
            {
                throw new RevocationException(fault.Message);
            }
        },
        ExtendAsync = async (end, cancellationToken) =>
        {
            var statements = role.Renewal.Count > 0 ? role.Renewal : database.DefaultRenewal;
            return await database.RunAsync(statements, new DatabaseUser(name, NoPassword, Grace(end)), cancellationToken) is { } fault ? fault.Message : null;
        },
    };
}
