using System.Text.Json;
using Injector.Contracts.Annotations;
using Injector.Injection.Agents;
using Injector.Injection.Annotations;
using Injector.Injection.Containers;
using Injector.Injection.Pods;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Patching;

/// <summary>Writes the patch of a pod. Only additions: nothing the user submitted is moved or written again.</summary>
internal sealed class PodPatch
{
    private const string InitContainers = "/spec/initContainers";
    private const string Containers = "/spec/containers";

    private readonly AgentPlan _plan;
    private readonly PodView _pod;

    public PodPatch(AgentPlan plan, PodView pod)
    {
        _plan = plan;
        _pod = pod;
    }

    public ReadOnlyMemory<byte> Write(IReadOnlyList<PodVolume> volumes, IReadOnlyList<AgentContainer> containers, AnnotationSet annotations)
    {
        using var patch = new PatchWriter();
        ListAddition.Append(patch, "/spec/volumes", _pod.Volumes.Count > 0, [.. volumes.Select(volume => volume.Write)]);
        AddMounts(patch, Containers, _plan.Targets.Containers);

        // Before the agent takes a place in the list: these paths count the pod's own init containers.
        AddMounts(patch, InitContainers, _plan.Targets.InitContainers);
        foreach (var container in containers.Where(container => container.Role != AgentRole.Sidecar))
        {
            AddInitContainer(patch, json => json.WriteRawValue(container.Json.Span, skipInputValidation: true));
        }

        if (_plan.ShareProcessNamespace is { } share)
        {
            patch.BeginAdd("/spec/shareProcessNamespace");
            patch.Json.WriteBooleanValue(share);
            patch.End();
        }

        foreach (var container in containers.Where(container => container.Role == AgentRole.Sidecar))
        {
            ListAddition.Append(patch, Containers, _pod.Containers.Count > 0, [json => json.WriteRawValue(container.Json.Span, skipInputValidation: true)]);
        }

        AddStatus(patch, annotations);
        return patch.Finish();
    }

    private void AddInitContainer(PatchWriter patch, Action<Utf8JsonWriter> container)
    {
        if (_plan.First)
        {
            ListAddition.Prepend(patch, InitContainers, _pod.InitContainers.Count > 0, container);
        }
        else
        {
            ListAddition.Append(patch, InitContainers, _pod.InitContainers.Count > 0, [container]);
        }
    }

    private void AddMounts(PatchWriter patch, string list, IReadOnlyList<(int Index, ContainerView Container)> targets)
    {
        var mounts = _plan.Volumes
            .Select(volume => new AgentMount(volume.Name, volume.MountPath, _plan.ReadOnlyAppMounts))
            .Select(mount => (Action<Utf8JsonWriter>)mount.Write)
            .ToArray();
        foreach (var (index, container) in targets)
        {
            ListAddition.Append(patch, PatchWriter.Item(list, index, "/volumeMounts"), container.HasMountList, mounts);
        }
    }

    private void AddStatus(PatchWriter patch, AnnotationSet annotations)
    {
        var key = annotations.TryGet(Status.Name, out var entry) ? entry.Key : AnnotationPrefixes.HashiCorp + Status.Name;
        if (_pod.Annotations.ValueKind == JsonValueKind.Object)
        {
            patch.BeginAdd("/metadata/annotations/" + key.Replace("/", "~1", StringComparison.Ordinal));
            patch.Json.WriteStringValue("injected"u8);
            patch.End();
            return;
        }

        patch.BeginAdd(_pod.Metadata.ValueKind == JsonValueKind.Object ? "/metadata/annotations" : "/metadata");
        patch.Json.WriteStartObject();
        if (_pod.Metadata.ValueKind != JsonValueKind.Object)
        {
            patch.Json.WriteStartObject("annotations"u8);
        }

        patch.Json.WriteString(key, "injected"u8);
        if (_pod.Metadata.ValueKind != JsonValueKind.Object)
        {
            patch.Json.WriteEndObject();
        }

        patch.Json.WriteEndObject();
        patch.End();
    }
}
