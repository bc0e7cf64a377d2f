using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Mounts;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.KeyValue;

/// <summary>KV version 1: one object at a path.</summary>
internal sealed class PlainSecrets : IBackend
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, JsonObject> _secrets = new(StringComparer.Ordinal);
    private readonly Mount _mount;

    public PlainSecrets(Mount mount)
    {
        _mount = mount;
        Routes = new RouteTable(new Route("{path*}") { Exists = call => Find(call["path"]) is not null }
            .On(VaultOperation.Read, Read)
            .On(VaultOperation.Write, Write)
            .On(VaultOperation.Delete, Delete)
            .On(VaultOperation.List, List));
    }

    public RouteTable Routes { get; }

    private JsonObject? Find(string path)
    {
        lock (_lock)
        {
            return _secrets.GetValueOrDefault(path)?.DeepClone().AsObject();
        }
    }

    private VaultReply Read(VaultCall call)
    {
        if (Find(call["path"]) is not { } secret)
        {
            return VaultReply.Missing;
        }

        // A secret may say itself how long it may be kept; it has no lease either way.
        var own = Durations.TryParse(secret["ttl"] ?? secret["lease"], out var ttl) ? ttl : TimeSpan.Zero;
        return VaultReply.Ok(secret) with { KeepFor = own > TimeSpan.Zero ? own : _mount.Lifetimes.Default };
    }

    private VaultReply Write(VaultCall call)
    {
        if (call["path"].Length == 0)
        {
            return Refusals.UnsupportedOperation;
        }

        if (call.Body.Count == 0)
        {
            return VaultReply.BadRequest("missing data fields");
        }

        lock (_lock)
        {
            _secrets[call["path"]] = call.Body.DeepClone().AsObject();
        }

        return VaultReply.NoContent;
    }

    private VaultReply Delete(VaultCall call)
    {
        lock (_lock)
        {
            _secrets.Remove(call["path"]);
        }

        return VaultReply.NoContent;
    }

    private VaultReply List(VaultCall call)
    {
        lock (_lock)
        {
            return VaultReply.Keys(Folders.List(_secrets.Keys, call["path"]));
        }
    }
}
