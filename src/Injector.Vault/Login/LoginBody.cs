using System.Buffers;
using System.Text.Json;

namespace Injector.Vault.Login;

/// <summary>Writes the JSON object of a login or another small write.</summary>
internal static class LoginBody
{
    public static ReadOnlyMemory<byte> Of(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members)
            {
                if (value is not null)
                {
                    writer.WriteString(name, value);
                }
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
