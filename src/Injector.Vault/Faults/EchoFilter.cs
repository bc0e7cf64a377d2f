using System.Text;
using System.Text.Json;

namespace Injector.Vault.Faults;

/// <summary>
/// Takes out of error texts what a server or a gateway's error page may repeat of the request: the token, the credentials of a login, and words
/// too long to be anything but a credential.
/// </summary>
internal static class EchoFilter
{
    /// <summary>JWTs and batch tokens are longer, even when a text was cut within one; URLs and names are shorter.</summary>
    private const int LongestWord = 100;

    // Servers give no shorter ones; a shorter text would be found within ordinary words.
    private const int ShortestToken = 8;
    private static readonly string[] CredentialNames = ["secret_id", "jwt", "token", "password"];
    private const string Mask = "***";
    private static readonly char[] Edges = [' ', '"', '\'', ',', ';', '<', '>', '=', '&'];

    public static IReadOnlyList<string> Clean(IReadOnlyList<string> errors, VaultRequest request)
    {
        List<string> secrets = [.. Credentials(request.Body)];
        if (request.Token?.Reveal() is { Length: >= ShortestToken } token)
        {
            secrets.Add(token);
        }

        var clean = new string[errors.Count];
        for (var i = 0; i < clean.Length; i++)
        {
            clean[i] = WithoutLongWords(secrets.Aggregate(errors[i], static (text, secret) => text.Replace(secret, Mask, StringComparison.Ordinal)));
        }

        return clean;
    }

    // Names, roles and parameters stay: without them nobody could tell what was refused.
    private static List<string> Credentials(ReadOnlyMemory<byte> body)
    {
        var found = new List<string>();
        if (body.IsEmpty)
        {
            return found;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            foreach (var name in CredentialNames)
            {
                if (document.RootElement.Text(Encoding.UTF8.GetBytes(name)) is { Length: >= ShortestToken } credential)
                {
                    found.Add(credential);
                }
            }
        }
        catch (JsonException)
        {
            // A body of ours is always JSON.
        }

        return found;
    }

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
