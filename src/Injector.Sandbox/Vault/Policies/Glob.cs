namespace Injector.Sandbox.Vault.Policies;

/// <summary>Patterns in which <c>*</c> stands for any text, wherever it is.</summary>
internal static class Glob
{
    public static bool Matches(string pattern, string text) => Matches(pattern, text, StringComparison.Ordinal);

    public static bool Matches(string pattern, string text, StringComparison comparison)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1)
        {
            return string.Equals(pattern, text, comparison);
        }

        if (!text.StartsWith(parts[0], comparison))
        {
            return false;
        }

        var at = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var found = text.IndexOf(part, at, comparison);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return text.Length - at >= parts[^1].Length && text.EndsWith(parts[^1], comparison);
    }
}
