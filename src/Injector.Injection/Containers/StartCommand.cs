using System.Text.Json;
using Injector.Contracts.Injection;
using Injector.Contracts.Pods;
using Injector.Injection.Agents;

namespace Injector.Injection.Containers;

/// <summary>Writes how an agent container is started.</summary>
internal static class StartCommand
{
    public static void Write(Utf8JsonWriter json, AgentPlan plan, AgentRole role)
    {
        if (plan.Engine == AgentEngine.Injector)
        {
            WriteOwn(json, plan, role);
        }
        else
        {
            WriteShell(json, plan, role);
        }
    }

    private static string ConfigFile(AgentRole role) => role == AgentRole.Init ? $"{PodPaths.Configs}/config-init.hcl" : $"{PodPaths.Configs}/config.hcl";

    private static void WriteOwn(Utf8JsonWriter json, AgentPlan plan, AgentRole role)
    {
        json.WriteStartArray("command"u8);
        json.WriteStringValue(PodPaths.AgentExecutable);
        json.WriteStringValue("agent"u8);
        if (plan.UsesConfigMap)
        {
            json.WriteStringValue($"-config={ConfigFile(role)}");
        }

        json.WriteEndArray();
    }

    // HashiCorp's image reads its configuration from a file only; this is the reference's own line.
    private static void WriteShell(Utf8JsonWriter json, AgentPlan plan, AgentRole role)
    {
        json.WriteStartArray("command"u8);
        json.WriteStringValue("/bin/sh"u8);
        json.WriteStringValue("-ec"u8);
        json.WriteEndArray();
        json.WriteStartArray("args"u8);
        json.WriteStringValue(plan.UsesConfigMap
            ? $"touch {PodPaths.TokenSink} && vault agent -config={ConfigFile(role)}"
            : $"echo ${{VAULT_CONFIG?}} | base64 -d > {PodPaths.Home}/config.json && vault agent -config={PodPaths.Home}/config.json");
        json.WriteEndArray();
    }
}
