using System.Text.Json;
using Injector.Contracts.Injection;
using Injector.Contracts.Pods;
using Injector.Injection.Agents;
using Injector.Injection.Pods;

namespace Injector.Injection.Containers;

/// <summary>Writes one agent container.</summary>
internal sealed class AgentContainerWriter
{
    private readonly AgentPlan _plan;
    private readonly PodView _pod;

    public AgentContainerWriter(AgentPlan plan, PodView pod)
    {
        _plan = plan;
        _pod = pod;
    }

    /// <summary>Writes the container.</summary>
    /// <param name="json">Receives it.</param>
    /// <param name="role">The part it plays.</param>
    /// <param name="configuration">The document for <c>VAULT_CONFIG</c>; empty when a ConfigMap holds it.</param>
    public void Write(Utf8JsonWriter json, AgentRole role, ReadOnlySpan<byte> configuration)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, role == AgentRole.Init ? ContainerNames.Init : ContainerNames.Sidecar);
        json.WriteString("image"u8, _plan.Image);
        if (_plan.ImagePullPolicy.Length > 0)
        {
            json.WriteString("imagePullPolicy"u8, _plan.ImagePullPolicy);
        }

        StartCommand.Write(json, _plan, role);
        EnvironmentWriter.Write(json, _plan, _pod, configuration);
        WriteResources(json, role == AgentRole.Init ? _plan.InitResources : _plan.SidecarResources);
        if (role == AgentRole.Native)
        {
            json.WriteString("restartPolicy"u8, "Always"u8);
        }

        WriteMounts(json, role);
        LifecycleWriter.Write(json, _plan, role);
        SecurityContextWriter.Write(json, _plan.Identity);
        json.WriteEndObject();
    }

    private static void WriteResources(Utf8JsonWriter json, AgentResources resources)
    {
        json.WriteStartObject("resources"u8);
        WriteQuantities(json, "limits"u8, resources.Limits);
        WriteQuantities(json, "requests"u8, resources.Requests);
        json.WriteEndObject();
    }

    private static void WriteQuantities(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<(string Name, string Quantity)> quantities)
    {
        if (quantities.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (resource, quantity) in quantities)
        {
            json.WriteString(resource, quantity);
        }

        json.WriteEndObject();
    }

    private void WriteMounts(Utf8JsonWriter json, AgentRole role)
    {
        json.WriteStartArray("volumeMounts"u8);
        foreach (var mount in AgentMounts.Of(_plan, _pod, role))
        {
            mount.Write(json);
        }

        json.WriteEndArray();
    }
}
