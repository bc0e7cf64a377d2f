using System.Buffers;
using System.Text.Json;
using Injector.Vault.Faults;

namespace Injector.Agent.Hosting;

/// <summary>Answers about the agent's own token must not give it away to the containers that may use it.</summary>
internal static class OwnTokenAnswers
{
    private static readonly string[] Paths = ["/v1/auth/token/lookup-self", "/v1/auth/token/renew-self"];
    private static readonly string[] Hidden = ["id", "accessor", "client_token"];

    public static ReadOnlyMemory<byte> Strip(string path, byte[] body)
    {
        if (!Paths.Contains(path) || body.Length == 0)
        {
            return body;
        }

        try
        {
            using var document = JsonDocument.Parse(JsonRepair.Repair(body));
            var buffer = new ArrayBufferWriter<byte>(body.Length);
            using (var writer = new Utf8JsonWriter(buffer))
            {
                Write(document.RootElement, writer);
            }

            return buffer.WrittenMemory;
        }
        catch (JsonException)
        {
            // What cannot be read cannot be cleaned.
            return "{}"u8.ToArray();
        }
    }

    private static void Write(JsonElement element, Utf8JsonWriter writer)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            element.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var member in element.EnumerateObject())
        {
            if (!Hidden.Contains(member.Name))
            {
                writer.WritePropertyName(member.Name);
                Write(member.Value, writer);
            }
        }

        writer.WriteEndObject();
    }
}
