namespace Injector.Rendering.Publishing;

/// <summary>Where the present file of a destination stands.</summary>
internal enum FilePlace
{
    /// <summary>There is none.</summary>
    Nowhere,

    /// <summary>In the published generation.</summary>
    Generation,

    /// <summary>At the destination itself, as a plain file: left by somebody else, or by an earlier style.</summary>
    Destination,
}
