using System.Text.Json;
using Injector.Injection.Agents;

namespace Injector.Injection.Containers;

/// <summary>Writes the security context of an agent container.</summary>
internal static class SecurityContextWriter
{
    private const string Localhost = "Localhost/";

    public static void Write(Utf8JsonWriter json, AgentIdentity? identity)
    {
        if (identity is null)
        {
            return;
        }

        json.WriteStartObject("securityContext"u8);
        json.WriteStartObject("capabilities"u8);
        json.WriteStartArray("drop"u8);
        json.WriteStringValue("ALL"u8);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteNumber("runAsUser"u8, identity.User);
        json.WriteNumber("runAsGroup"u8, identity.Group);
        json.WriteBoolean("runAsNonRoot"u8, !identity.IsRoot);
        json.WriteBoolean("readOnlyRootFilesystem"u8, true);
        json.WriteBoolean("allowPrivilegeEscalation"u8, false);
        if (identity.Seccomp.Length > 0)
        {
            WriteSeccomp(json, identity.Seccomp);
        }

        json.WriteEndObject();
    }

    private static void WriteSeccomp(Utf8JsonWriter json, string profile)
    {
        json.WriteStartObject("seccompProfile"u8);
        if (profile.StartsWith(Localhost, StringComparison.Ordinal))
        {
            json.WriteString("type"u8, "Localhost"u8);
            json.WriteString("localhostProfile"u8, profile.AsSpan(Localhost.Length));
        }
        else
        {
            json.WriteString("type"u8, profile);
        }

        json.WriteEndObject();
    }
}
