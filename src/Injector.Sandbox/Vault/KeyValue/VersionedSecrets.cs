using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.KeyValue;

/// <summary>KV version 2: versions that can be deleted, brought back and destroyed.</summary>
internal sealed class VersionedSecrets : IBackend
{
    private const string WrongPath =
        "Invalid path for a versioned K/V secrets engine. See the API docs for the appropriate API endpoints to use. If using the Vault CLI, use 'vault kv get' for this operation.";

    private readonly SecretStore _store;

    public VersionedSecrets(TimeProvider time)
    {
        _store = new SecretStore(time);
        var versions = new VersionRoutes(_store);
        var metadata = new MetadataRoutes(_store);
        Routes = new RouteTable(
            new Route("config").On(VaultOperation.Read, ReadConfig).On(VaultOperation.Write, WriteConfig),
            versions.Content(),
            versions.Subkeys(),
            versions.Change("delete/{path*}", versions.Delete),
            versions.Change("undelete/{path*}", versions.Undelete),
            versions.Change("destroy/{path*}", VersionRoutes.Destroy),
            metadata.Route(),
            new Route("{path*}")
                .On(VaultOperation.Read, static _ => Invalid())
                .On(VaultOperation.Write, static _ => Invalid())
                .On(VaultOperation.Patch, static _ => Invalid())
                .On(VaultOperation.List, static _ => Invalid())
                .On(VaultOperation.Delete, static _ => Invalid()));
    }

    public RouteTable Routes { get; }

    private static VaultReply Invalid() => VaultReply.MissingWith(null) with { Warnings = [WrongPath] };

    private VaultReply ReadConfig(VaultCall call)
    {
        lock (_store.Lock)
        {
            var config = new JsonObject();
            _store.Settings.WriteTo(config);
            return VaultReply.Ok(config);
        }
    }

    private VaultReply WriteConfig(VaultCall call)
    {
        var fields = call.Fields();
        lock (_store.Lock)
        {
            var settings = _store.Settings.Update(fields);
            if (fields.Refusal is { } refusal)
            {
                return refusal;
            }

            _store.Settings = settings;
            return VaultReply.NoContent;
        }
    }
}
