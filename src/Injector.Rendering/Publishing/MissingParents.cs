namespace Injector.Rendering.Publishing;

/// <summary>What to do when the folder of a destination does not exist.</summary>
public enum MissingParents
{
    /// <summary>Make it and its parents with mode 0755.</summary>
    Create,

    /// <summary>Do not publish the file.</summary>
    Refuse,
}
