namespace Injector.Rendering.Publishing;

/// <summary>What to do with the file that is replaced.</summary>
public enum PreviousFile
{
    /// <summary>Let it go.</summary>
    Drop,

    /// <summary>Keep it beside the new one, with <c>.bak</c> added to its name.</summary>
    Keep,
}
