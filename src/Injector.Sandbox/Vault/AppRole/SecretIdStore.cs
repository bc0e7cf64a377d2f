using Injector.Contracts.Secrecy;

namespace Injector.Sandbox.Vault.AppRole;

/// <summary>All living secret ids.</summary>
internal sealed class SecretIdStore(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SecretId> _ids = new(StringComparer.Ordinal);

    public DateTimeOffset Now => time.GetUtcNow();

    public void Add(SecretId id)
    {
        lock (_lock)
        {
            _ids[id.Id.Reveal()] = id;
        }
    }

    public SecretId? Find(string role, SecretText id)
    {
        lock (_lock)
        {
            return _ids.GetValueOrDefault(id.Reveal()) is { } known && known.Role == role && !known.IsOverAt(Now) ? known : null;
        }
    }

    public SecretId? FindByAccessor(string role, string accessor)
    {
        lock (_lock)
        {
            return _ids.Values.FirstOrDefault(known => known.Role == role && known.Accessor == accessor && !known.IsOverAt(Now));
        }
    }

    public IReadOnlyList<string> Accessors(string role)
    {
        lock (_lock)
        {
            return [.. _ids.Values.Where(known => known.Role == role && !known.IsOverAt(Now)).Select(static known => known.Accessor)];
        }
    }

    /// <summary>Counts a login.</summary>
    /// <returns>The secret id as it was, or null when it is not good.</returns>
    public SecretId? Use(string role, SecretText id)
    {
        lock (_lock)
        {
            if (Find(role, id) is not { } known)
            {
                return null;
            }

            if (known.UsesLeft == 1)
            {
                _ids.Remove(id.Reveal());
            }
            else if (known.UsesLeft > 1)
            {
                _ids[id.Reveal()] = known with { UsesLeft = known.UsesLeft - 1 };
            }

            return known;
        }
    }

    public void Remove(SecretId id)
    {
        lock (_lock)
        {
            _ids.Remove(id.Id.Reveal());
        }
    }
}
