using System.Globalization;

namespace Injector.Contracts.Annotations.Values;

/// <summary>Reads whole numbers.</summary>
public static class IntegerText
{
    /// <summary>The allowed form of a signed number, for messages.</summary>
    public const string Form = "a whole number such as 1000";

    /// <summary>The allowed form of an unsigned number, for messages.</summary>
    public const string UnsignedForm = "a whole number without a sign or unit, such as 5";

    /// <summary>Reads a signed 64-bit number in base 10: a sign and leading zeros are allowed, blanks are not.</summary>
    /// <param name="text">The text; empty is not a number here.</param>
    /// <param name="value">The number, when the text is one.</param>
    /// <returns>Whether the text is a number.</returns>
    public static bool TryParse(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && IsAscii(text);

    /// <summary>Reads an unsigned 64-bit number in base 10: digits only.</summary>
    /// <param name="text">The text; empty is not a number.</param>
    /// <param name="value">The number, when the text is one.</param>
    /// <returns>Whether the text is a number.</returns>
    public static bool TryParseUnsigned(string text, out ulong value) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && IsAscii(text);

    // .NET takes a trailing NUL and, for some cultures, other minus signs.
    private static bool IsAscii(string text) => text.AsSpan().IndexOfAnyExcept(NumberCharacters.Whole) < 0;
}
