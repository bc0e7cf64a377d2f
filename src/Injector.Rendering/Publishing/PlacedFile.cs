namespace Injector.Rendering.Publishing;

/// <summary>A pending file and its checked place in a volume.</summary>
internal sealed record PlacedFile(PendingFile File, DestinationPath Path)
{
    public FileTarget Target => File.Target;
}
