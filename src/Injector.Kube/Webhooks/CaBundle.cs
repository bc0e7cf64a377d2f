using System.Buffers;
using System.Text;
using System.Text.Json;
using Injector.Kube.Api;

namespace Injector.Kube.Webhooks;

/// <summary>The <c>caBundle</c> of every webhook of a configuration: what stands there, and the patch that makes it right.</summary>
public static class CaBundle
{
    /// <summary>The bundles of a configuration as PEM; null for a webhook that has none or one that is no base64.</summary>
    /// <param name="configuration">A MutatingWebhookConfiguration or ValidatingWebhookConfiguration.</param>
    public static IReadOnlyList<string?> Read(JsonElement configuration) =>
        [.. ObjectMeta.Items(configuration, "webhooks").Select(static webhook => Decode(ObjectMeta.Text(ObjectMeta.Member(webhook, "clientConfig"), "caBundle")))];

    /// <summary>A patch that sets every bundle, and fails when somebody changed the configuration in between.</summary>
    /// <param name="configuration">The configuration as it was read.</param>
    /// <param name="pem">The certificates to trust.</param>
    /// <returns>The patch; empty when every bundle is right.</returns>
    public static ReadOnlyMemory<byte> Patch(JsonElement configuration, string pem)
    {
        var bundles = Read(configuration);
        if (bundles.All(bundle => bundle == pem))
        {
            return default;
        }

        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartArray();
            WriteOperation(json, "test"u8, "/metadata/resourceVersion", ObjectMeta.ResourceVersion(configuration));
            for (var index = 0; index < bundles.Count; index++)
            {
                if (bundles[index] != pem)
                {
                    WriteOperation(json, "add"u8, $"/webhooks/{index}/clientConfig/caBundle", Convert.ToBase64String(Encoding.UTF8.GetBytes(pem)));
                }
            }

            json.WriteEndArray();
        }

        return output.WrittenMemory;
    }

    private static void WriteOperation(Utf8JsonWriter json, ReadOnlySpan<byte> operation, string path, string value)
    {
        json.WriteStartObject();
        json.WriteString("op"u8, operation);
        json.WriteString("path"u8, path);
        json.WriteString("value"u8, value);
        json.WriteEndObject();
    }

    private static string? Decode(string base64)
    {
        var buffer = new byte[base64.Length];
        return base64.Length > 0 && Convert.TryFromBase64String(base64, buffer, out var length) ? Encoding.UTF8.GetString(buffer, 0, length) : null;
    }
}
