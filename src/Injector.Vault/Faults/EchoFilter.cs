using Injector.Contracts.Secrecy;

namespace Injector.Vault.Faults;

/// <summary>
/// Takes out of error texts what a gateway's error page may repeat of the request: the token, and words too long to be anything but a credential.
/// </summary>
internal static class EchoFilter
{
    /// <summary>JWTs and batch tokens are longer, even when a text was cut within one; URLs and names are shorter.</summary>
    private const int LongestWord = 100;

    // Servers give no shorter ones; a shorter text would be found within ordinary words.
    private const int ShortestToken = 8;
    private const string Mask = "***";
    private static readonly char[] Edges = [' ', '"', '\'', ',', ';', '<', '>', '=', '&'];

    public static IReadOnlyList<string> Clean(IReadOnlyList<string> errors, SecretText? token)
    {
        var clean = new string[errors.Count];
        for (var i = 0; i < clean.Length; i++)
        {
            clean[i] = WithoutLongWords(WithoutToken(errors[i], token));
        }

        return clean;
    }

    private static string WithoutToken(string text, SecretText? token) =>
        token?.Reveal() is { Length: >= ShortestToken } secret ? text.Replace(secret, Mask, StringComparison.Ordinal) : text;

    private static string WithoutLongWords(string text)
    {
        var start = 0;
        while (text.Length - start > LongestWord)
        {
            var end = text.IndexOfAny(Edges, start);
            end = end < 0 ? text.Length : end;
            if (end - start > LongestWord)
            {
                text = string.Concat(text.AsSpan(0, start), Mask, text.AsSpan(end));
                end = start + Mask.Length;
            }

            start = end + 1;
        }

        return text;
    }
}
