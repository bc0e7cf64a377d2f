namespace Injector.Rendering.Publishing;

/// <summary>How the files of a volume change.</summary>
public enum PublishingStyle
{
    /// <summary>All files of the volume change in one step: they stand in a generation folder, and one link is swapped.</summary>
    Generations,

    /// <summary>Every file is replaced by a rename: for volumes mounted with <c>subPath</c>, and where the pod asks for it.</summary>
    PlainFiles,
}
