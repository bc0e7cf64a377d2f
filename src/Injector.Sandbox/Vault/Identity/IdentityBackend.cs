using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Identity;

/// <summary><c>identity/</c>: entities with metadata and policies, and their aliases.</summary>
internal sealed class IdentityBackend : IBackend
{
    private readonly IdentityStore _store;

    public IdentityBackend(IdentityStore store)
    {
        _store = store;
        Routes = new RouteTable(
            new Route("entity").On(VaultOperation.Write, call => Write(call, FindNamed(call.Fields()))),
            new Route("entity/id").On(VaultOperation.List, _ => VaultReply.Keys(_store.All.Select(static entity => entity.Id))),
            new Route("entity/name").On(VaultOperation.List, _ => VaultReply.Keys(_store.All.Select(static entity => entity.Name))),
            OneEntity("entity/id/{id}", call => _store.Find(call["id"])),
            OneEntity("entity/name/{name}", call => _store.FindByName(call["name"])),
            new Route("entity-alias").On(VaultOperation.Write, WriteAlias),
            new Route("lookup/entity").On(VaultOperation.Write, Lookup));
    }

    public RouteTable Routes { get; }

    private static JsonObject Print(Entity entity) => new()
    {
        ["aliases"] = new JsonArray([.. entity.Aliases.Select(alias => (JsonNode)Print(entity, alias))]),
        ["disabled"] = entity.IsDisabled,
        ["id"] = entity.Id,
        ["metadata"] = entity.Metadata.Count == 0 ? null : entity.Metadata.ToJson(),
        ["name"] = entity.Name,
        ["policies"] = entity.Policies.ToJson(),
    };

    private static JsonObject Print(Entity entity, EntityAlias alias) => new()
    {
        ["canonical_id"] = entity.Id,
        ["id"] = alias.Id,
        ["metadata"] = alias.Metadata.Count == 0 ? null : alias.Metadata.ToJson(),
        ["mount_accessor"] = alias.MountAccessor,
        ["name"] = alias.Name,
    };

    private Entity? FindNamed(FieldReader fields) =>
        fields.Text("id") is { Length: > 0 } id ? _store.Find(id) : fields.Text("name") is { Length: > 0 } name ? _store.FindByName(name) : null;

    private Route OneEntity(string pattern, Func<VaultCall, Entity?> find) => new Route(pattern)
        .On(VaultOperation.Read, call => find(call) is { } entity ? VaultReply.Ok(Print(entity)) : VaultReply.Missing)
        .On(VaultOperation.Write, call => Write(call, find(call)))
        .On(VaultOperation.Delete, call =>
        {
            if (find(call) is { } entity)
            {
                _store.Remove(entity.Id);
            }

            return VaultReply.NoContent;
        });

    private VaultReply Write(VaultCall call, Entity? known)
    {
        var fields = call.Fields();
        var id = Guid.NewGuid().ToString();
        var old = known ?? new Entity(id, call["name"] is { Length: > 0 } named ? named : $"entity_{id[..8]}");
        var entity = old with
        {
            Name = fields.Text("name", old.Name),
            Metadata = fields.Has("metadata") ? fields.Map("metadata") : old.Metadata,
            Policies = fields.Has("policies") ? fields.Texts("policies") : old.Policies,
            IsDisabled = fields.Flag("disabled", old.IsDisabled),
        };
        if (fields.Refusal is { } refusal)
        {
            return refusal;
        }

        _store.Put(entity);
        return known is null ? VaultReply.Ok(new JsonObject { ["aliases"] = null, ["id"] = entity.Id, ["name"] = entity.Name }) : VaultReply.NoContent;
    }

    private VaultReply WriteAlias(VaultCall call)
    {
        var fields = call.Fields();
        var (name, accessor) = (fields.Text("name"), fields.Text("mount_accessor"));
        if (name.Length == 0 || accessor.Length == 0)
        {
            return VaultReply.BadRequest("'name' and 'mount_accessor' must be provided");
        }

        if (_store.Find(fields.Text("canonical_id")) is not { } entity)
        {
            return VaultReply.BadRequest("invalid canonical ID");
        }

        var alias = new EntityAlias(Guid.NewGuid().ToString(), name, accessor);
        _store.Put(entity with { Aliases = [.. entity.Aliases.Where(other => other.Name != name || other.MountAccessor != accessor), alias] });
        return VaultReply.Ok(new JsonObject { ["canonical_id"] = entity.Id, ["id"] = alias.Id });
    }

    private VaultReply Lookup(VaultCall call)
    {
        var fields = call.Fields();
        var (alias, accessor) = (fields.Text("alias_name"), fields.Text("alias_mount_accessor"));
        var entity = FindNamed(fields)
            ?? _store.All.FirstOrDefault(one => alias.Length > 0 && one.Aliases.Any(known => known.Name == alias && known.MountAccessor == accessor));
        return entity is null ? VaultReply.NoContent : VaultReply.Ok(Print(entity));
    }
}
