using System.Collections.Concurrent;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Database;

/// <summary>The database engine.</summary>
internal sealed class DatabaseBackend : IBackend, IDisposable
{
    private readonly ConcurrentDictionary<string, Connection> _connections = new(StringComparer.Ordinal);
    private readonly StaticRoleRoutes _staticRoles;

    public DatabaseBackend(TimeProvider time)
    {
        _staticRoles = new StaticRoleRoutes(_connections, time);
        Routes = new RouteTable(
        [
            new Route("config").On(VaultOperation.List, _ => VaultReply.Keys(_connections.Keys)),
            new Route("config/{name}") { Exists = call => _connections.ContainsKey(call["name"]) }
                .On(VaultOperation.Read, call => _connections.GetValueOrDefault(call["name"]) is { } one ? VaultReply.Ok(one.ToJson()) : VaultReply.Missing)
                .OnAsync(VaultOperation.Write, ConfigureAsync)
                .On(VaultOperation.Delete, Delete),
            new Route("reset/{name}").On(VaultOperation.Write, static _ => VaultReply.NoContent),
            .. new DynamicRoleRoutes(_connections, time).Routes(),
            .. _staticRoles.Routes(),
        ]);
    }

    public RouteTable Routes { get; }

    public void Dispose() => _staticRoles.Dispose();

    private async ValueTask<VaultReply> ConfigureAsync(VaultCall call, CancellationToken cancellationToken)
    {
        var fields = call.Fields();
        var (connection, refusal) = Connection.Read(call["name"], fields);
        if (connection is null)
        {
            return refusal ?? VaultReply.BadRequest("the connection cannot be read");
        }

        if (fields.Flag("verify_connection", fallback: true) && await connection.Database.CheckAsync(cancellationToken) is { } fault)
        {
            return VaultReply.BadRequest($"error creating database object: {fault.Message}");
        }

        _connections[connection.Name] = connection;
        return VaultReply.NoContent;
    }

    private VaultReply Delete(VaultCall call)
    {
        _connections.TryRemove(call["name"], out _);
        return VaultReply.NoContent;
    }
}
