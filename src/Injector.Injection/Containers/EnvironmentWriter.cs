using System.Text.Json;
using Injector.Contracts.Injection;
using Injector.Injection.Agents;
using Injector.Injection.Pods;

namespace Injector.Injection.Containers;

/// <summary>Writes the environment of an agent container, in the reference's order.</summary>
internal static class EnvironmentWriter
{
    private static readonly string[] AwsVariables = ["AWS_DEFAULT_REGION", "AWS_REGION", "AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE"];

    public static void Write(Utf8JsonWriter json, AgentPlan plan, PodView pod, ReadOnlySpan<byte> configuration)
    {
        var connection = plan.Connection;
        json.WriteStartArray("env"u8);
        WriteField(json, "NAMESPACE"u8, "metadata.namespace"u8);
        WriteField(json, "HOST_IP"u8, "status.hostIP"u8);
        WriteField(json, "POD_IP"u8, "status.podIP"u8);
        WriteIfSet(json, "GOMAXPROCS"u8, plan.Engine == AgentEngine.Vault ? plan.GoMaxProcs : string.Empty);
        WriteIfSet(json, "VAULT_CLIENT_TIMEOUT"u8, connection.Timeout);
        WriteIfSet(json, "VAULT_MAX_RETRIES"u8, connection.MaxRetries);
        WriteIfSet(json, "VAULT_LOG_LEVEL"u8, plan.LogLevel);
        WriteIfSet(json, "VAULT_LOG_FORMAT"u8, plan.LogFormat);
        WriteIfSet(json, "HTTPS_PROXY"u8, connection.Proxy);
        if (plan.UsesConfigMap)
        {
            WriteConnection(json, connection);
        }
        else
        {
            json.WriteStartObject();
            json.WriteString("name"u8, "VAULT_CONFIG"u8);
            json.WriteBase64String("value"u8, configuration);
            json.WriteEndObject();
        }

        WriteIfSet(json, "VAULT_CACERT_BYTES"u8, connection.CaPem);
        if (plan.Login.Type == "aws")
        {
            WriteAws(json, plan, pod);
        }

        json.WriteEndArray();
    }

    private static void WriteConnection(Utf8JsonWriter json, ConnectionOptions connection)
    {
        WriteIfSet(json, "VAULT_ADDR"u8, connection.Address);
        WriteIfSet(json, "VAULT_CACERT"u8, connection.CaCert);
        WriteIfSet(json, "VAULT_CAPATH"u8, connection.CaPath);
        WriteIfSet(json, "VAULT_CLIENT_CERT"u8, connection.ClientCert);
        WriteIfSet(json, "VAULT_CLIENT_KEY"u8, connection.ClientKey);
        WriteIfSet(json, "VAULT_SKIP_VERIFY"u8, connection.TlsSkipVerify ? "true" : "false");
        WriteIfSet(json, "VAULT_TLS_SERVER_NAME"u8, connection.TlsServerName);
    }

    // The first entry of each name counts, as it was submitted: a reference to a Secret or field stays one.
    private static void WriteAws(Utf8JsonWriter json, AgentPlan plan, PodView pod)
    {
        plan.Login.Config.TryGetValue("region", out var region);
        foreach (var name in AwsVariables)
        {
            var entry = pod.Containers.SelectMany(container => container.Environment).FirstOrDefault(variable => variable.Text("name"u8) == name);
            if (entry.ValueKind == JsonValueKind.Object)
            {
                json.WriteRawValue(entry.RawUtf8(), skipInputValidation: true);
            }
        }

        if (region is not null)
        {
            WriteVariable(json, "AWS_REGION"u8, region);
        }
    }

    private static void WriteField(Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlySpan<byte> path)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteStartObject("valueFrom"u8);
        json.WriteStartObject("fieldRef"u8);
        json.WriteString("fieldPath"u8, path);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteIfSet(Utf8JsonWriter json, ReadOnlySpan<byte> name, string value)
    {
        if (value.Length > 0)
        {
            WriteVariable(json, name, value);
        }
    }

    private static void WriteVariable(Utf8JsonWriter json, ReadOnlySpan<byte> name, string value)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteString("value"u8, value);
        json.WriteEndObject();
    }
}
