using System.Text.Json;
using Injector.Kube.Admission;

namespace Injector.Webhook.Admission;

/// <summary>How the log names an object that may not have a name yet.</summary>
internal static class ObjectName
{
    /// <summary>Longest name Kubernetes accepts; what is longer was not checked by anybody yet.</summary>
    public const int MaxLength = 253;

    /// <summary>The name; or the prefix of the name that will be generated, with a star behind it.</summary>
    public static string Of(AdmissionRequest request)
    {
        if (request.Name.Length > 0)
        {
            return AdmissionTexts.Shortened(request.Name, MaxLength);
        }

        if (request.Object.ValueKind != JsonValueKind.Object
            || !request.Object.TryGetProperty("metadata"u8, out var metadata)
            || metadata.ValueKind != JsonValueKind.Object)
        {
            return string.Empty;
        }

        return Text(metadata, "name"u8) is { Length: > 0 } name ? name : Text(metadata, "generateName"u8) is { Length: > 0 } prefix ? $"{prefix}*" : string.Empty;
    }

    private static string Text(JsonElement owner, ReadOnlySpan<byte> member) =>
        owner.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? AdmissionTexts.Shortened(value.GetString() ?? string.Empty, MaxLength)
            : string.Empty;
}
