namespace Injector.Vault.Kv;

/// <summary>A path and its query, as they are asked for.</summary>
/// <param name="Path">Decoded path without slashes at its ends.</param>
/// <param name="Query">Query with its keys in order, percent-encoded; null: none.</param>
public sealed record VaultPath(string Path, string? Query)
{
    /// <summary>Puts path and query together. Percent signs of the path mean themselves: whoever read the template has already undone its escapes.</summary>
    /// <param name="path">The decoded path.</param>
    /// <param name="query">The query as the template has it; empty: none.</param>
    /// <returns>The parts, or null when a percent escape of the query is broken.</returns>
    public static VaultPath? Of(string path, string query)
    {
        if (query.Length == 0)
        {
            return new VaultPath(path.Trim('/'), null);
        }

        return Reorder(query) is { } ordered ? new VaultPath(path.Trim('/'), ordered) : null;
    }

    private static string? Reorder(string query)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!HasOnlyGoodEscapes(pair))
            {
                return null;
            }

            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var key = equals < 0 ? pair : pair[..equals];
            var value = equals < 0 ? "" : pair[(equals + 1)..];
            pairs.Add(new(Decode(key), Decode(value)));
        }

        return string.Join('&', pairs
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static bool HasOnlyGoodEscapes(string text)
    {
        for (var i = text.IndexOf('%', StringComparison.Ordinal); i >= 0; i = text.IndexOf('%', i + 1))
        {
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                return false;
            }
        }

        return true;
    }
}
