namespace Injector.Contracts.Annotations.Values;

/// <summary>Reads the boolean syntax of annotations, flags and environment variables.</summary>
public static class BooleanText
{
    /// <summary>The allowed form, for messages.</summary>
    public const string Form = "one of true, t, True, TRUE, 1, false, f, False, FALSE, 0, or empty for false";

    /// <summary>Reads a boolean. Nothing is trimmed; empty is false.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The boolean, when the text is one.</param>
    /// <returns>Whether the text is a boolean.</returns>
    public static bool TryParse(string text, out bool value)
    {
        value = text is "true" or "1" or "t" or "T" or "TRUE" or "True";
        return value || text is "false" or "" or "0" or "f" or "F" or "FALSE" or "False";
    }
}
