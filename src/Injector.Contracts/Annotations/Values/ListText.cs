namespace Injector.Contracts.Annotations.Values;

/// <summary>Reads comma-separated lists.</summary>
public static class ListText
{
    /// <summary>Splits at every comma. Nothing is trimmed and empty members stay, as the reference injector has it.</summary>
    /// <param name="text">The text; empty gives an empty list.</param>
    /// <returns>The members in order.</returns>
    public static IReadOnlyList<string> Split(string text) => text.Length == 0 ? [] : text.Split(',');
}
