using System.Buffers;
using System.Text.Json;
using Injector.Templates.Dependencies;
using Injector.Vault.Kv;

namespace Injector.Rendering.Fetching;

/// <summary>Bodies of the requests that write.</summary>
internal static class RequestBody
{
    /// <summary>The parameters as an object; KV version 2 wants them below <c>data</c>.</summary>
    public static ReadOnlyMemory<byte> Of(DependencyParameters parameters, MountVersion version)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (version == MountVersion.KvVersion2)
            {
                writer.WriteStartObject("data"u8);
            }

            foreach (var (key, value) in parameters)
            {
                writer.WriteString(key, value);
            }

            if (version == MountVersion.KvVersion2)
            {
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>A request to extend a lease by what the server thinks right.</summary>
    public static ReadOnlyMemory<byte> OfRenewal(string leaseId)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("lease_id"u8, leaseId);
            writer.WriteNumber("increment"u8, 0);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
