using System.Text.Json;

namespace Injector.Contracts.Agent.Configuration;

/// <summary>Writes <c>auto_auth</c>.</summary>
internal static class LoginSectionWriter
{
    public static void Write(Utf8JsonWriter json, AutoAuth autoAuth)
    {
        json.WriteStartObject("auto_auth"u8);
        WriteMethod(json, autoAuth.Method);
        json.WriteStartArray("sink"u8);
        foreach (var sink in autoAuth.Sinks)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "file"u8);
            json.WriteStartObject("config"u8);
            json.WriteString("path"u8, sink.Path);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMethod(Utf8JsonWriter json, AuthMethod method)
    {
        json.WriteStartObject("method"u8);
        json.WriteString("type"u8, method.Type);
        json.WriteText("mount_path"u8, method.MountPath);
        json.WriteText("min_backoff"u8, method.MinBackoff);
        json.WriteText("max_backoff"u8, method.MaxBackoff);
        json.WriteText("namespace"u8, method.Namespace);
        if (method.Config.Count > 0)
        {
            json.WriteStartObject("config"u8);
            foreach (var (key, value) in method.Config.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
        }

        json.WriteFlag("exit_on_err"u8, method.ExitOnError);
        json.WriteEndObject();
    }
}
