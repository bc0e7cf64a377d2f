using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Injector.Vault;

namespace Injector.Rendering.Fetching;

/// <summary>Asks the metadata of a KV version 2 secret whether a new read could give anything new.</summary>
internal static class VersionCheck
{
    private const string ContentFolder = "data/";
    private const string MetadataFolder = "metadata/";

    /// <summary>The path of the metadata of a secret's path on the server; null when it has none.</summary>
    public static string? MetadataPath(string path, string mount) =>
        mount.Length > 0 && path.StartsWith(mount + ContentFolder, StringComparison.Ordinal)
            ? mount + MetadataFolder + path[(mount.Length + ContentFolder.Length)..]
            : null;

    /// <summary>What a read of the secret itself says; null when it says nothing, or will be deleted at a set time.</summary>
    public static KnownVersion? FromSecret(VaultAnswer answer)
    {
        var metadata = answer.Data.Member("metadata"u8);
        var version = metadata.Member("version"u8);
        return version.ValueKind == JsonValueKind.Number && version.TryGetInt64(out var number) && string.IsNullOrEmpty(metadata.Text("deletion_time"u8))
            ? new KnownVersion(number, Hash(metadata.Member("custom_metadata"u8)))
            : null;
    }

    /// <summary>Whether the metadata describe exactly what is known. Any doubt is a no: then the secret itself is read.</summary>
    public static bool IsCurrent(KnownVersion known, VaultAnswer metadata)
    {
        var current = metadata.Data.Member("current_version"u8);
        if (current.ValueKind != JsonValueKind.Number || !current.TryGetInt64(out var number) || number != known.Version)
        {
            return false;
        }

        var versions = metadata.Data.Member("versions"u8);
        if (versions.ValueKind != JsonValueKind.Object
            || !versions.TryGetProperty(number.ToString(CultureInfo.InvariantCulture), out var state)
            || state.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        return !state.Flag("destroyed"u8)
            && string.IsNullOrEmpty(state.Text("deletion_time"u8))
            && Hash(metadata.Data.Member("custom_metadata"u8)) == known.CustomMetadata;
    }

    private static UInt128 Hash(JsonElement element) =>
        element.ValueKind == JsonValueKind.Undefined ? UInt128.Zero : Fingerprint.Of(JsonMarshal.GetRawUtf8Value(element));
}
