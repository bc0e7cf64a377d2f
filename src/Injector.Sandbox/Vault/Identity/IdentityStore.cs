using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Identity;

/// <summary>All entities. A login under an unknown name makes one.</summary>
internal sealed class IdentityStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entity> _entities = new(StringComparer.Ordinal);

    public IReadOnlyList<Entity> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _entities.Values];
            }
        }
    }

    public Entity? Find(string id)
    {
        lock (_lock)
        {
            return _entities.GetValueOrDefault(id);
        }
    }

    public Entity? FindByName(string name)
    {
        lock (_lock)
        {
            return _entities.Values.FirstOrDefault(entity => entity.Name == name);
        }
    }

    public void Put(Entity entity)
    {
        lock (_lock)
        {
            _entities[entity.Id] = entity;
        }
    }

    public void Remove(string id)
    {
        lock (_lock)
        {
            _entities.Remove(id);
        }
    }

    /// <summary>Finds or makes the entity of a login.</summary>
    public Entity ForLogin(LoginAlias login, string mountAccessor)
    {
        lock (_lock)
        {
            var known = _entities.Values.FirstOrDefault(entity => entity.Aliases.Any(alias => alias.Name == login.Name && alias.MountAccessor == mountAccessor));
            var id = Guid.NewGuid().ToString();
            var entity = known ?? new Entity(id, $"entity_{id[..8]}")
            {
                Aliases = [new EntityAlias(Guid.NewGuid().ToString(), login.Name, mountAccessor)],
            };
            entity = entity with
            {
                Aliases = [.. entity.Aliases.Select(alias => alias.Name == login.Name && alias.MountAccessor == mountAccessor ? alias with { Metadata = login.Metadata } : alias)],
            };
            _entities[entity.Id] = entity;
            return entity;
        }
    }
}
