using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.KeyValue;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Cubbyhole;

/// <summary>A store for every token, gone with it.</summary>
internal sealed class CubbyholeBackend : IBackend
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TokenEntry, SortedDictionary<string, JsonObject>> _stores = [];

    public CubbyholeBackend() => Routes = new RouteTable(
        new Route("{path*}") { Exists = call => Read(call) is not null }
            .On(VaultOperation.Read, call => Read(call) is { } secret ? VaultReply.Ok(secret) : VaultReply.Missing)
            .On(VaultOperation.Write, Write)
            .On(VaultOperation.Delete, Delete)
            .On(VaultOperation.List, List));

    public RouteTable Routes { get; }

    public void Forget(TokenEntry token)
    {
        lock (_lock)
        {
            _stores.Remove(token);
        }
    }

    private JsonObject? Read(VaultCall call)
    {
        lock (_lock)
        {
            return StoreOf(call)?.GetValueOrDefault(call["path"])?.DeepClone().AsObject();
        }
    }

    private VaultReply Write(VaultCall call)
    {
        if (call.Body.Count == 0)
        {
            return VaultReply.BadRequest("missing data fields");
        }

        lock (_lock)
        {
            if (StoreOf(call) is { } store)
            {
                store[call["path"]] = call.Body.DeepClone().AsObject();
            }
        }

        return VaultReply.NoContent;
    }

    private VaultReply Delete(VaultCall call)
    {
        lock (_lock)
        {
            StoreOf(call)?.Remove(call["path"]);
        }

        return VaultReply.NoContent;
    }

    private VaultReply List(VaultCall call)
    {
        lock (_lock)
        {
            return VaultReply.Keys(Folders.List(StoreOf(call)?.Keys ?? Enumerable.Empty<string>(), call["path"]));
        }
    }

    private SortedDictionary<string, JsonObject>? StoreOf(VaultCall call)
    {
        if (call.Token is not { } token)
        {
            return null;
        }

        if (!_stores.TryGetValue(token, out var store))
        {
            _stores[token] = store = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        }

        return store;
    }
}
