namespace Injector.Templates;

/// <summary>A piece of the template's text, in bytes of its UTF-8 form.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The position after its last byte.</summary>
    public int End => Start + Length;
}
