using System.Globalization;
using System.Text.Json;

namespace Injector.Vault.Kv;

/// <summary>Tells a version that can be read from one that was deleted or destroyed.</summary>
public static class KvVersionState
{
    /// <summary>Whether the answer's <c>data</c> describes a version that is gone: destroyed, or deleted at a time that has passed.</summary>
    /// <param name="answer">An answer of a KV version 2 read.</param>
    /// <param name="now">The present.</param>
    /// <returns>True when there is nothing to render.</returns>
    public static bool IsGone(VaultAnswer answer, DateTimeOffset now)
    {
        var metadata = answer.Data.Member("metadata"u8);
        return metadata.ValueKind == JsonValueKind.Object
            && (metadata.Flag("destroyed"u8) || DeletionTime(answer) is { } deletion && deletion <= now);
    }

    /// <summary>When the version was or will be deleted; null: no such time is set.</summary>
    /// <param name="answer">An answer of a KV version 2 read.</param>
    /// <returns>The time, which may lie in the future.</returns>
    public static DateTimeOffset? DeletionTime(VaultAnswer answer) =>
        DateTimeOffset.TryParse(
            answer.Data.Member("metadata"u8).Text("deletion_time"u8),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time) ? time : null;
}
