namespace Injector.Rendering.Publishing;

/// <summary>What publishing did to one file.</summary>
public enum FileChange
{
    /// <summary>It was already there with the same bytes.</summary>
    None,

    /// <summary>The bytes were the same; mode or owner was put right.</summary>
    Rights,

    /// <summary>New bytes were published.</summary>
    Content,

    /// <summary>It could not be published; the old file stays.</summary>
    Failed,
}
