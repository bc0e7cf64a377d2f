namespace Injector.Vault.Kv;

/// <summary>A path as templates write it, cut into path and query.</summary>
/// <param name="Path">Decoded path without slashes at its ends.</param>
/// <param name="Query">Query with its keys in order, percent-encoded; null: none.</param>
public sealed record VaultPath(string Path, string? Query)
{
    /// <summary>Cuts <paramref name="text"/> with the rules of URLs.</summary>
    /// <param name="text">For example <c>secret/data/app?version=3</c>.</param>
    /// <returns>The parts, or null when a percent escape is broken.</returns>
    public static VaultPath? Parse(string text)
    {
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        var path = (mark < 0 ? text : text[..mark]).Trim('/');
        if (!HasOnlyGoodEscapes(path))
        {
            return null;
        }

        path = Uri.UnescapeDataString(path);
        if (mark < 0 || mark == text.Length - 1)
        {
            return new VaultPath(path, null);
        }

        return Reorder(text[(mark + 1)..]) is { } query ? new VaultPath(path, query) : null;
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
