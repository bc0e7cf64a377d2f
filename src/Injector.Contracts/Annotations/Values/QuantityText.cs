using System.Globalization;

namespace Injector.Contracts.Annotations.Values;

/// <summary>Checks Kubernetes resource quantities: <c>250m</c>, <c>0.5</c>, <c>64Mi</c>, <c>1e3</c>.</summary>
public static class QuantityText
{
    /// <summary>The allowed form, for messages.</summary>
    public const string Form = "a Kubernetes quantity such as 250m or 64Mi; empty or none for not set";

    /// <summary>The word that unsets a quantity an outer default would set.</summary>
    public const string None = "none";

    /// <summary>Whether a text means that no quantity is to be set.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True for empty and <see cref="None"/>.</returns>
    public static bool IsUnset(string text) => text.Length == 0 || text == None;

    /// <summary>Whether a text is a quantity. A unit without a number is none, although Kubernetes itself reads it as 0.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when Kubernetes accepts it and it holds a number.</returns>
    public static bool IsValid(string text)
    {
        var rest = text.AsSpan();
        if (!rest.IsEmpty && rest[0] is '+' or '-')
        {
            rest = rest[1..];
        }

        var whole = DigitCount(rest);
        rest = rest[whole..];
        var fraction = 0;
        if (!rest.IsEmpty && rest[0] == '.')
        {
            fraction = DigitCount(rest[1..]);
            rest = rest[(fraction + 1)..];
        }

        return whole + fraction > 0 && IsSuffix(rest);
    }

    private static int DigitCount(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static bool IsSuffix(ReadOnlySpan<char> suffix) => suffix switch
    {
        "" or "n" or "u" or "m" or "k" or "M" or "G" or "T" or "P" or "E" => true,
        "Ki" or "Mi" or "Gi" or "Ti" or "Pi" or "Ei" => true,
        ['e' or 'E', .. var exponent] => exponent.IndexOfAnyExcept(NumberCharacters.Whole) < 0
            && int.TryParse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        _ => false,
    };
}
