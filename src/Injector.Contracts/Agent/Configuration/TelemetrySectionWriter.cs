using System.Text.Json;

namespace Injector.Contracts.Agent.Configuration;

/// <summary>Writes <c>telemetry</c>: texts, whole numbers, booleans and lists of texts.</summary>
internal static class TelemetrySectionWriter
{
    public static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, object?>? telemetry)
    {
        if (telemetry is null)
        {
            return;
        }

        json.WriteStartObject("telemetry"u8);
        foreach (var (name, value) in telemetry.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            switch (value)
            {
                case string text:
                    json.WriteString(name, text);
                    break;
                case bool flag:
                    json.WriteBoolean(name, flag);
                    break;
                case long number:
                    json.WriteNumber(name, number);
                    break;
                case IReadOnlyList<string> list:
                    json.WriteStartArray(name);
                    foreach (var item in list)
                    {
                        json.WriteStringValue(item);
                    }

                    json.WriteEndArray();
                    break;
                default:
                    break;
            }
        }

        json.WriteEndObject();
    }
}
