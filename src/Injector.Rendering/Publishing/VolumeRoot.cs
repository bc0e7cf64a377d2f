namespace Injector.Rendering.Publishing;

/// <summary>A volume files are published into.</summary>
/// <param name="Path">Absolute path of its mount, without a slash at its end.</param>
/// <param name="Style">How its files change.</param>
public sealed record VolumeRoot(string Path, PublishingStyle Style);
