using System.Globalization;
using System.Text.Json;
using Injector.Contracts.Diagnostics;
using Injector.Injection.Annotations;
using Injector.Injection.Pods;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Agents;

/// <summary>Reads telemetry parameters.</summary>
internal static class TelemetryReader
{
    /// <summary>The parameters; null when the pod names none.</summary>
    public static IReadOnlyDictionary<string, object?>? Read(AnnotationReader reader)
    {
        var keys = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var parameters = new Dictionary<string, object?>();
        foreach (var (suffix, entry) in reader.Annotations.Family(Telemetry).OrderByDescending(item => item.Suffix, StringComparer.Ordinal))
        {
            var name = suffix.Replace('-', '_');
            if (!keys.TryAdd(name, entry.Key))
            {
                reader.Report.Warn(Catalogue.Injection.ParameterClash.For(entry.Key, keys[name], entry.Key));
            }
            else if (!TelemetryParameters.Types.TryGetValue(name, out var type))
            {
                reader.Report.Warn(Catalogue.Injection.NoEffect.For(entry.Key, entry.Key, "the agent has no such telemetry parameter"));
            }
            else if (!TryConvert(entry.Text, type, out var value))
            {
                reader.Report.DenyUnlessCompatible(Catalogue.Injection.TelemetryType.For(entry.Key, entry.Key, ShortValue.Of(entry.Text), FormOf(type)));
            }
            else if (value is not null)
            {
                parameters[name.ToLowerInvariant()] = value;
            }
        }

        return keys.Count == 0 ? null : parameters;
    }

    // A zero value converts to null: the document leaves it out.
    private static bool TryConvert(string text, TelemetryType type, out object? value)
    {
        value = null;
        using var document = Parse(text);
        if (document is null)
        {
            value = type == TelemetryType.Text && text.Length > 0 ? text : null;
            return type == TelemetryType.Text;
        }

        var json = document.RootElement;
        if (json.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        switch (type)
        {
            case TelemetryType.Text when json.ValueKind == JsonValueKind.String:
                value = json.Text() is { Length: > 0 } inner ? inner : null;
                return true;
            case TelemetryType.Boolean when json.ValueKind is JsonValueKind.True or JsonValueKind.False:
                value = json.ValueKind == JsonValueKind.True ? true : null;
                return true;
            case TelemetryType.Number when json.ValueKind == JsonValueKind.Number:
                return TryWholeNumber(json, out value);
            case TelemetryType.List when json.ValueKind == JsonValueKind.Array:
                var items = json.Items();
                value = items.Count == 0 ? null : items.Select(item => item.Text() ?? string.Empty).ToArray();
                return items.TrueForAll(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Null);
            default:
                return false;
        }
    }

    private static bool TryWholeNumber(JsonElement json, out object? value)
    {
        value = null;
        if (!decimal.TryParse(json.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || decimal.Truncate(number) != number || number < long.MinValue || number > long.MaxValue)
        {
            return false;
        }

        value = number == 0 ? null : (long)number;
        return true;
    }

    private static JsonDocument? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string FormOf(TelemetryType type) => type switch
    {
        TelemetryType.Number => "a whole number",
        TelemetryType.Boolean => "true or false",
        TelemetryType.List => "a JSON list of texts",
        _ => "a text",
    };
}
