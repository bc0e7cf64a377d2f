using System.Buffers;

namespace Injector.Contracts.Texts;

/// <summary>Kubernetes quantities such as <c>250m</c>, <c>64Mi</c> or <c>1e3</c>: whether a text is one.</summary>
public static class KubernetesQuantity
{
    /// <summary>The accepted form, for messages.</summary>
    public const string Form = "a Kubernetes quantity such as '250m', '0.5' or '64Mi'";

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>Checks a text. A unit without a number is no quantity here, although Kubernetes itself reads it as 0.</summary>
    /// <param name="text">The text, without surrounding blanks.</param>
    /// <returns>True when Kubernetes accepts it and it holds a number.</returns>
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

    private static bool IsSuffix(ReadOnlySpan<char> suffix) => suffix switch
    {
        "" or "n" or "u" or "m" or "k" or "M" or "G" or "T" or "P" or "E" => true,
        "Ki" or "Mi" or "Gi" or "Ti" or "Pi" or "Ei" => true,
        ['e' or 'E', '+' or '-', .. var exponent] => IsNumber(exponent),
        ['e' or 'E', .. var exponent] => IsNumber(exponent),
        _ => false,
    };

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.IsEmpty && CountDigits(text) == text.Length;

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(Digits);
        return end < 0 ? text.Length : end;
    }
}
