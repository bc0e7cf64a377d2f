using System.Globalization;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.KeyValue;

/// <summary>A secret with its versions.</summary>
internal sealed class VersionedSecret
{
    private readonly DateTimeOffset _created;
    private readonly SortedDictionary<long, SecretVersion> _versions = [];

    public VersionedSecret(DateTimeOffset created)
    {
        _created = created;
        Updated = created;
    }

    public SecretSettings Settings { get; set; } = new();

    /// <summary>Null until set, as Vault prints it.</summary>
    public JsonObject? CustomMetadata { get; set; }

    public long CurrentVersion { get; private set; }

    public long OldestVersion { get; private set; }

    /// <summary>When the newest version was written; changes of metadata and of older versions do not count.</summary>
    public DateTimeOffset Updated { get; private set; }

    public SecretVersion? Find(long version) => _versions.GetValueOrDefault(version == 0 ? CurrentVersion : version);

    /// <summary>Adds a version and drops those beyond the limit.</summary>
    public void Add(SecretVersion version, long maxVersions)
    {
        _versions[++CurrentVersion] = version;
        Updated = version.Created;
        while (_versions.Count > maxVersions)
        {
            _versions.Remove(_versions.Keys.First());
            OldestVersion = _versions.Keys.First();
        }
    }

    public void Change(long version, Func<SecretVersion, SecretVersion> change)
    {
        if (_versions.TryGetValue(version, out var known))
        {
            _versions[version] = change(known);
        }
    }

    public JsonObject ToMetadata()
    {
        var versions = new JsonObject();
        foreach (var (number, version) in _versions)
        {
            versions[number.ToString(CultureInfo.InvariantCulture)] = version.ToMetadata();
        }

        var metadata = new JsonObject
        {
            ["created_time"] = GoTime.Print(_created),
            ["current_version"] = CurrentVersion,
            ["custom_metadata"] = CustomMetadata?.DeepClone(),
            ["oldest_version"] = OldestVersion,
            ["updated_time"] = GoTime.Print(Updated),
            ["versions"] = versions,
        };
        Settings.WriteTo(metadata);
        return metadata;
    }

    /// <summary>What a read or write says about a version.</summary>
    public JsonObject ToMetadata(long number, SecretVersion version)
    {
        var metadata = version.ToMetadata();
        metadata["custom_metadata"] = CustomMetadata?.DeepClone();
        metadata["version"] = number == 0 ? CurrentVersion : number;
        return metadata;
    }
}
