using System.Collections.Immutable;

namespace Injector.Sandbox.Vault.Mounts;

/// <summary>The mounts of a namespace. No mount lies inside another.</summary>
internal sealed class MountTable
{
    private readonly Lock _lock = new();
    private volatile ImmutableList<Mount> _mounts = [];

    public IReadOnlyList<Mount> All => _mounts;

    /// <summary>Adds a mount.</summary>
    /// <returns>False when its path is taken, or lies around or below another mount.</returns>
    public bool TryAdd(Mount mount)
    {
        lock (_lock)
        {
            if (_mounts.Exists(other => Overlap(other.Path, mount.Path)))
            {
                return false;
            }

            _mounts = _mounts.Add(mount);
            return true;
        }
    }

    public Mount? Remove(string path)
    {
        lock (_lock)
        {
            var mount = _mounts.Find(mount => mount.Path == path);
            _mounts = mount is null ? _mounts : _mounts.Remove(mount);
            return mount;
        }
    }

    public Mount? At(string path) => _mounts.Find(mount => mount.Path == path);

    /// <summary>The mount a path leads to; a mount's own path counts without its last slash too.</summary>
    public Mount? Find(string path) =>
        _mounts.Find(mount => path.StartsWith(mount.Path, StringComparison.Ordinal) || path.AsSpan().SequenceEqual(mount.Path.AsSpan()[..^1]));

    private static bool Overlap(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);
}
