using Injector.Contracts.Texts;

namespace Injector.Contracts.Annotations.Values;

/// <summary>Reads the boolean syntax of annotations.</summary>
public static class BooleanText
{
    /// <summary>The allowed form, for messages.</summary>
    public const string Form = GoBoolean.Form + ", or empty for false";

    /// <summary>Reads a boolean. Nothing is trimmed; empty is false.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The boolean, when the text is one.</param>
    /// <returns>Whether the text is a boolean.</returns>
    public static bool TryParse(string text, out bool value) => GoBoolean.TryParse(text, out value) || text.Length == 0;
}
