using System.Buffers;
using System.Text;
using System.Text.Json;
using Injector.Contracts.Secrecy;
using Injector.Vault;
using Injector.Vault.Faults;

namespace Injector.Agent.Hosting;

/// <summary>Answers about the agent's own token must not give it away to the containers that may use it.</summary>
internal static class OwnTokenAnswers
{
    private static readonly string[] Paths = ["/v1/auth/token/lookup-self", "/v1/auth/token/renew-self"];
    private static readonly string[] Hidden = ["id", "accessor", "client_token"];

    // A path has many spellings (escapes, dots, a namespace in front), so an answer that holds the token is looked into whatever was asked.
    public static ReadOnlyMemory<byte> Strip(string path, SecretText? token, byte[] body)
    {
        var own = token?.Reveal() ?? "";
        var isNamed = Paths.Contains(path);
        if (body.Length == 0 || (!isNamed && (own.Length == 0 || body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(own)) < 0)))
        {
            return body;
        }

        try
        {
            using var document = JsonDocument.Parse(JsonRepair.Repair(body));
            if (!isNamed && !IsAbout(document.RootElement, own))
            {
                return body;
            }

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

    private static bool IsAbout(JsonElement answer, string token) =>
        answer.Member("data"u8).Text("id"u8) == token || answer.Member("auth"u8).Text("client_token"u8) == token;

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
