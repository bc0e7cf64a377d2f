using System.Text.Json;
using Injector.Contracts.Secrecy;
using Injector.Vault.Faults;

namespace Injector.Vault.Kv;

/// <summary>
/// Knows which mounts are KV version 2. One look-up per mount: look-ups of paths that probably share a mount wait for each other.
/// Failed look-ups are not remembered.
/// </summary>
public sealed class MountTable(IVaultClient client, string? namespacePath)
{
    /// <summary>Paths are short; a table larger than this means a template makes up mounts.</summary>
    public const int MaxMounts = 256;

    private readonly string _namespacePrefix = string.IsNullOrEmpty(namespacePath) ? "" : namespacePath.Trim('/') + "/";
    private readonly Lock _lock = new();
    private readonly List<Mount> _mounts = [];
    private readonly Dictionary<string, Task<Lookup>> _running = new(StringComparer.Ordinal);

    /// <summary>Finds the mount of <paramref name="path"/> and rewrites the path for it.</summary>
    /// <param name="path">The template's path.</param>
    /// <param name="operation">What is wanted.</param>
    /// <param name="token">The token to ask with.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The server's path; the given one with <see cref="ResolvedPath.Fault"/> when the look-up failed.</returns>
    public async ValueTask<ResolvedPath> ResolveAsync(string path, KvOperation operation, SecretText? token, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task<Lookup> lookup;
            var own = false;
            lock (_lock)
            {
                if (Find(path) is { } known)
                {
                    return Resolve(path, operation, known);
                }

                var key = FirstSegment(path);
                if (!_running.TryGetValue(key, out var running))
                {
                    own = true;
                    running = LookUpAsync(path, key, token, cancellationToken);
                    if (!running.IsCompleted)
                    {
                        _running[key] = running;
                    }
                }

                lookup = running;
            }

            if (own)
            {
                var result = await lookup;
                return result.Mount is { } mount
                    ? Resolve(path, operation, mount)
                    : new ResolvedPath(path, MountVersion.Plain, "") { Fault = result.Fault };
            }

            // Another path's look-up: its result may serve us too; if not, the next turn asks for ours.
            try
            {
                await lookup.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // The other caller gave up, we did not.
            }
        }
    }

    /// <summary>Forgets the mount of <paramref name="path"/>; for a path that answers "not found" where it used to answer.</summary>
    /// <param name="path">The template's path.</param>
    public void Forget(string path)
    {
        lock (_lock)
        {
            _mounts.RemoveAll(mount => KvPath.IsBelow(path, mount.Path));
        }
    }

    /// <summary>Forgets everything; for a new token, which may see other mounts.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _mounts.Clear();
        }
    }

    private async Task<Lookup> LookUpAsync(string path, string key, SecretText? token, CancellationToken cancellationToken)
    {
        // Let the caller store the task before a completed answer removes it.
        await Task.Yield();
        try
        {
            var answer = await client.SendAsync(VaultRequest.Read($"sys/internal/ui/mounts/{path.Trim('/')}", token), cancellationToken);
            if (answer.Fault is { } fault)
            {
                return new Lookup(null, fault);
            }

            var data = answer.Data.ValueKind == JsonValueKind.Object ? answer.Data : answer.Envelope;
            var mount = new Mount(Local(data.Text("path"u8) ?? ""), VersionOf(data));
            Remember(mount);
            return new Lookup(mount, null);
        }
        finally
        {
            lock (_lock)
            {
                _running.Remove(key);
            }
        }
    }

    private void Remember(Mount mount)
    {
        lock (_lock)
        {
            if (mount.Path.Length > 0 && _mounts.Count < MaxMounts)
            {
                _mounts.Add(mount);
            }
        }
    }

    // The server names the mount with the namespace in front; the request's header adds the namespace already.
    private string Local(string mount) =>
        _namespacePrefix.Length > 0 && mount.StartsWith(_namespacePrefix, StringComparison.Ordinal) ? mount[_namespacePrefix.Length..] : mount;

    private Mount? Find(string path)
    {
        Mount? best = null;
        foreach (var mount in _mounts)
        {
            if (KvPath.IsBelow(path, mount.Path) && (best is null || mount.Path.Length > best.Path.Length))
            {
                best = mount;
            }
        }

        return best;
    }

    private static ResolvedPath Resolve(string path, KvOperation operation, Mount mount) => mount.Version == MountVersion.KvVersion2
        ? new ResolvedPath(KvPath.Rewrite(path, mount.Path, operation), mount.Version, mount.Path)
        : new ResolvedPath(path, mount.Version, mount.Path);

    private static MountVersion VersionOf(JsonElement mount) =>
        mount.Text("type"u8) == "kv" && mount.Member("options"u8).Text("version"u8) == "2" ? MountVersion.KvVersion2 : MountVersion.Plain;

    private static string FirstSegment(string path)
    {
        var end = path.IndexOf('/', StringComparison.Ordinal);
        return end < 0 ? path : path[..end];
    }

    private sealed record Mount(string Path, MountVersion Version);

    private sealed record Lookup(Mount? Mount, VaultFault? Fault);
}
