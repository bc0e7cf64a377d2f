namespace Injector.Sandbox.Vault.KeyValue;

/// <summary>The secrets of a KV v2 engine; used under its own lock.</summary>
internal sealed class SecretStore(TimeProvider time)
{
    public Lock Lock { get; } = new();

    public SecretSettings Settings { get; set; } = new();

    public SortedDictionary<string, VersionedSecret> Secrets { get; } = new(StringComparer.Ordinal);

    public DateTimeOffset Now => time.GetUtcNow();

    public VersionedSecret GetOrAdd(string path, DateTimeOffset now)
    {
        if (!Secrets.TryGetValue(path, out var secret))
        {
            Secrets[path] = secret = new VersionedSecret(now);
        }

        return secret;
    }

    /// <summary>When a version written now will count as deleted: the shorter of engine and secret.</summary>
    public DateTimeOffset? DeletionOf(VersionedSecret secret)
    {
        var (own, general) = (secret.Settings.DeleteVersionAfter, Settings.DeleteVersionAfter);
        var after = own == TimeSpan.Zero || (general > TimeSpan.Zero && general < own) ? general : own;
        return after > TimeSpan.Zero ? Now + after : null;
    }

    public long MaxVersionsOf(VersionedSecret secret) =>
        secret.Settings.MaxVersions > 0 ? secret.Settings.MaxVersions
        : Settings.MaxVersions > 0 ? Settings.MaxVersions
        : SecretSettings.DefaultMaxVersions;
}
