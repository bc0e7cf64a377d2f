namespace Injector.Contracts.Texts;

/// <summary>Booleans as Go's <c>strconv.ParseBool</c> reads them, which is what annotations, flags and environment variables use.</summary>
public static class GoBoolean
{
    /// <summary>The accepted forms, for messages.</summary>
    public const string Form = "one of 1, t, T, true, TRUE, True, 0, f, F, false, FALSE, False";

    /// <summary>Reads a boolean.</summary>
    /// <param name="text">The text, without surrounding blanks.</param>
    /// <param name="value">The value; false when the text is none of the accepted forms.</param>
    /// <returns>Whether <paramref name="text"/> is one of the accepted forms.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out bool value)
    {
        value = text is "1" or "t" or "T" or "true" or "TRUE" or "True";
        return value || text is "0" or "f" or "F" or "false" or "FALSE" or "False";
    }
}
