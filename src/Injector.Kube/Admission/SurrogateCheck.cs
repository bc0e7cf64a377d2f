using System.Text.Json;

namespace Injector.Kube.Admission;

/// <summary>Finds escapes such as <c>\ud800</c> without their other half, which no string of .NET's JSON reader can be made from.</summary>
internal static class SurrogateCheck
{
    /// <summary>Looks through a text that is known to be JSON.</summary>
    /// <param name="json">The text.</param>
    /// <returns>Whether a string or a name of it cannot be read.</returns>
    public static bool HasLoneSurrogate(ReadOnlySpan<byte> json)
    {
        // Real reviews have hardly any escapes of this range, so the second reading is rare.
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
        {
            return false;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Contracts.Webhook.WebhookLimits.MaxNesting });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && !IsReadable(ref reader))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsReadable(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
