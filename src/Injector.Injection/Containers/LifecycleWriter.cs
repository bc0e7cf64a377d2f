using System.Globalization;
using System.Text.Json;
using Injector.Contracts.Injection;
using Injector.Contracts.Pods;
using Injector.Injection.Agents;

namespace Injector.Injection.Containers;

/// <summary>Writes hooks and start-up probe of an agent container.</summary>
internal static class LifecycleWriter
{
    public static void Write(Utf8JsonWriter json, AgentPlan plan, AgentRole role)
    {
        switch (role)
        {
            case AgentRole.Sidecar:
                json.WriteStartObject("lifecycle"u8);
                WritePreStop(json, plan);
                json.WriteEndObject();
                break;
            case AgentRole.Native when plan.Layout == AgentLayout.Native && plan.Gate.Gate == StartGate.PostStart:
                json.WriteStartObject("lifecycle"u8);
                json.WriteStartObject("postStart"u8);
                WriteExec(json, PodPaths.AgentExecutable, "wait");
                json.WriteEndObject();
                json.WriteEndObject();
                break;
            case AgentRole.Native when plan.Layout == AgentLayout.Native:
                WriteProbe(json, plan.Gate);
                break;
            default:
                break;
        }
    }

    private static void WriteProbe(Utf8JsonWriter json, GateOptions gate)
    {
        json.WriteStartObject("startupProbe"u8);
        WriteExec(json, PodPaths.AgentExecutable, "health");
        json.WriteNumber("periodSeconds"u8, gate.ProbePeriodSeconds);
        json.WriteNumber("timeoutSeconds"u8, gate.ProbeTimeoutSeconds);
        json.WriteNumber("failureThreshold"u8, gate.ProbeFailures);
        json.WriteEndObject();
    }

    // Our agent revokes in its SIGTERM handler: a preStop hook fires while the app still works. With a ConfigMap it cannot be told so.
    private static void WritePreStop(Utf8JsonWriter json, AgentPlan plan)
    {
        if (!plan.RevokeOnShutdown || (plan.Engine == AgentEngine.Injector && !plan.UsesConfigMap))
        {
            return;
        }

        var flags = RevocationFlags(plan.Connection);
        json.WriteStartObject("preStop"u8);
        if (plan.Engine == AgentEngine.Injector)
        {
            WriteExec(json, [PodPaths.AgentExecutable, "token", "revoke", .. flags]);
        }
        else
        {
            var grace = plan.RevokeGraceSeconds.ToString(CultureInfo.InvariantCulture);
            WriteExec(json, "/bin/sh", "-c", $"/bin/sleep {grace} && /bin/vault token revoke {string.Join(' ', flags)}");
        }

        json.WriteEndObject();
    }

    private static List<string> RevocationFlags(ConnectionOptions connection)
    {
        var flags = new List<string> { "-address=" + connection.Address };
        Add(flags, "-ca-cert=", connection.CaCert);
        Add(flags, "-ca-path=", connection.CaPath);
        Add(flags, "-client-cert=", connection.ClientCert);
        Add(flags, "-client-key=", connection.ClientKey);
        Add(flags, "-tls-server-name=", connection.TlsServerName);
        Add(flags, "-namespace=", connection.Namespace);
        if (connection.TlsSkipVerify)
        {
            flags.Add("-tls-skip-verify");
        }

        flags.Add("-self");
        return flags;
    }

    private static void Add(List<string> flags, string flag, string value)
    {
        if (value.Length > 0)
        {
            flags.Add(flag + value);
        }
    }

    private static void WriteExec(Utf8JsonWriter json, params ReadOnlySpan<string> command)
    {
        json.WriteStartObject("exec"u8);
        json.WriteStartArray("command"u8);
        foreach (var argument in command)
        {
            json.WriteStringValue(argument);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
