using System.Text.Json;

namespace Injector.Vault;

/// <summary>Reads members of an answer that may be absent, null or of another type than documented: each gives the empty value, never an exception.</summary>
public static class JsonAnswers
{
    /// <summary>The member, or undefined when absent or null.</summary>
    /// <param name="element">An object, or anything else.</param>
    /// <param name="name">Member name.</param>
    /// <returns>The member or an undefined element.</returns>
    public static JsonElement Member(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : default;

    /// <summary>The member's text; null when it is none.</summary>
    /// <param name="element">An object, or anything else.</param>
    /// <param name="name">Member name.</param>
    /// <returns>The text or null.</returns>
    public static string? Text(this JsonElement element, ReadOnlySpan<byte> name)
    {
        var value = element.Member(name);
        return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    /// <summary>The member as a duration in seconds; zero when it is no number or absurd.</summary>
    /// <param name="element">An object, or anything else.</param>
    /// <param name="name">Member name.</param>
    /// <returns>The duration.</returns>
    public static TimeSpan Seconds(this JsonElement element, ReadOnlySpan<byte> name)
    {
        var value = element.Member(name);
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, MaxSeconds))
            : TimeSpan.Zero;
    }

    /// <summary>Whether the member is <c>true</c>.</summary>
    /// <param name="element">An object, or anything else.</param>
    /// <param name="name">Member name.</param>
    /// <returns>True only for <c>true</c>.</returns>
    public static bool Flag(this JsonElement element, ReadOnlySpan<byte> name) => element.Member(name).ValueKind == JsonValueKind.True;

    /// <summary>The texts of a list; other items are left out.</summary>
    /// <param name="element">An object, or anything else.</param>
    /// <param name="name">Member name.</param>
    /// <returns>The texts.</returns>
    public static IReadOnlyList<string> Texts(this JsonElement element, ReadOnlySpan<byte> name)
    {
        var value = element.Member(name);
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            return [];
        }

        var texts = new List<string>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String && item.GetString() is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    // A century: longer lives are a server's "never" and would overflow timers.
    private const double MaxSeconds = 100d * 365 * 24 * 3600;
}
