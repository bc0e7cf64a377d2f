namespace Injector.Contracts.Texts;

/// <summary>Kubernetes quantities such as <c>250m</c>, <c>64Mi</c> or <c>1e3</c>: whether a text is one.</summary>
public static class KubernetesQuantity
{
    /// <summary>The accepted form, for messages.</summary>
    public const string Form = "a Kubernetes quantity such as '250m', '0.5' or '64Mi'";

    /// <summary>Checks a text.</summary>
    /// <param name="text">The text, without surrounding blanks.</param>
    /// <returns>Whether the API server would read it as a quantity.</returns>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        var rest = text is ['+' or '-', ..] ? text[1..] : text;
        var whole = CountDigits(rest);
        rest = rest[whole..];
        var fraction = 0;
        if (rest is ['.', ..])
        {
            fraction = CountDigits(rest[1..]);
            rest = rest[(fraction + 1)..];
        }

        return whole + fraction > 0 && IsSuffix(rest);
    }

    private static bool IsSuffix(ReadOnlySpan<char> suffix)
    {
        if (suffix is "" or "n" or "u" or "m" or "k" or "M" or "G" or "T" or "P" or "E" or "Ki" or "Mi" or "Gi" or "Ti" or "Pi" or "Ei")
        {
            return true;
        }

        if (suffix is not ['e' or 'E', ..])
        {
            return false;
        }

        var exponent = suffix[1] is '+' or '-' ? suffix[2..] : suffix[1..];
        return !exponent.IsEmpty && CountDigits(exponent) == exponent.Length;
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
