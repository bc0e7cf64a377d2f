namespace Injector.Rendering.Fetching;

/// <summary>What the last read of a KV version 2 secret said about it.</summary>
/// <param name="Version">The newest version.</param>
/// <param name="CustomMetadata">Hash of its custom metadata, which templates can print too.</param>
internal sealed record KnownVersion(long Version, UInt128 CustomMetadata);
