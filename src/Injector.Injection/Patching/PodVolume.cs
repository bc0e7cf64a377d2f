using System.Text.Json;
using Injector.Injection.Tokens;

namespace Injector.Injection.Patching;

/// <summary>A volume that is added to the pod.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Write">Writes it.</param>
internal sealed record PodVolume(string Name, Action<Utf8JsonWriter> Write)
{
    public static PodVolume Memory(string name, string sizeLimit) => new(name, json =>
    {
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteStartObject("emptyDir"u8);
        json.WriteString("medium"u8, "Memory"u8);
        if (sizeLimit.Length > 0)
        {
            json.WriteString("sizeLimit"u8, sizeLimit);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    public static PodVolume ConfigMap(string name, string configMap) => Named(name, "configMap", "name", configMap);

    public static PodVolume Secret(string name, string secret) => Named(name, "secret", "secretName", secret);

    public static PodVolume Token(string name, string file, TokenProjection projection) => new(name, json =>
    {
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteStartObject("projected"u8);
        json.WriteNumber("defaultMode"u8, 420);
        json.WriteStartArray("sources"u8);
        json.WriteStartObject();
        json.WriteStartObject("serviceAccountToken"u8);
        if (projection.Audience.Length > 0)
        {
            json.WriteString("audience"u8, projection.Audience);
        }

        json.WriteNumber("expirationSeconds"u8, projection.ExpirationSeconds);
        json.WriteString("path"u8, file);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static PodVolume Named(string name, string kind, string member, string value) => new(name, json =>
    {
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteStartObject(kind);
        json.WriteString(member, value);
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
