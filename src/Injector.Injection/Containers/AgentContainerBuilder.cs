using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Annotations;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Pods;
using Injector.Injection.Agents;
using Injector.Injection.Annotations;
using Injector.Injection.Configuration;
using Injector.Injection.ContainerPatches;
using Injector.Injection.Pods;
using Injector.Injection.Reporting;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Containers;

/// <summary>Makes the agent containers of a plan and applies their JSON patches.</summary>
internal sealed class AgentContainerBuilder
{
    // One environment string with name, equals sign and closing zero must fit into 32 pages.
    private const int LargestVariable = (128 * 1024) - 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly AgentPlan _plan;
    private readonly PodView _pod;
    private readonly AnnotationReader _reader;
    private readonly AgentPatches _patches;

    public AgentContainerBuilder(AgentPlan plan, PodView pod, AnnotationReader reader, AgentPatches patches)
    {
        _plan = plan;
        _pod = pod;
        _reader = reader;
        _patches = patches;
    }

    public IReadOnlyList<AgentContainer> Build() => _plan.Layout switch
    {
        AgentLayout.None => [],
        AgentLayout.InitOnly => [Build(AgentRole.Init)],
        AgentLayout.SidecarOnly => [Build(AgentRole.Sidecar)],
        AgentLayout.Pair => [Build(AgentRole.Init), Build(AgentRole.Sidecar)],
        _ => [Build(AgentRole.Native)],
    };

    private AgentContainer Build(AgentRole role)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            new AgentContainerWriter(_plan, _pod).Write(json, role, Configuration(role).Span);
        }

        var (patch, key) = role == AgentRole.Init ? (_patches.Init, InitJsonPatch) : (_patches.Sidecar, JsonPatch);
        var name = role == AgentRole.Init ? ContainerNames.Init : ContainerNames.Sidecar;
        return patch is null ? new AgentContainer(role, name, buffer.WrittenMemory) : Patched(role, patch, key, buffer.WrittenMemory);
    }

    private ReadOnlyMemory<byte> Configuration(AgentRole role)
    {
        if (_plan.UsesConfigMap)
        {
            return default;
        }

        var plan = _plan;
        if (!double.IsFinite(plan.Options.LeaseRenewalThreshold))
        {
            _reader.Annotations.TryGet(LeaseRenewalThreshold.Name, out var entry);
            _reader.Report.Deny(DenialStage.Patch, Catalogue.Injection.NumberNotFinite.For(entry.Key, entry.Key, entry.Text));
            plan = plan with { Options = plan.Options with { LeaseRenewalThreshold = 0 } };
        }

        var document = AgentConfigurationWriter.Write(ConfigurationBuilder.Build(plan, role, SubPathVolumes.Of(plan)));
        var size = "VAULT_CONFIG=".Length + ((document.Length + 2) / 3 * 4);
        if (size > LargestVariable)
        {
            _reader.Report.Deny(DenialStage.Beyond, Catalogue.Injection.ConfigurationTooLarge.For("pod", size, LargestVariable));
        }

        return document;
    }

    private AgentContainer Patched(AgentRole role, ContainerPatch patch, AnnotationDefinition definition, ReadOnlyMemory<byte> container)
    {
        using var document = JsonDocument.Parse(container);
        var tree = JsonTree.From(document.RootElement);
        var key = _reader.Annotations.KeyOf(definition);
        if (!patch.TryApply(ref tree, out var operation, out var fault))
        {
            _reader.Report.Deny(DenialStage.Patch, Catalogue.Injection.JsonPatchFailed.For(key, key, operation, fault), "failed to apply JSON patch: ");
        }
        else
        {
            PatchedContainerCheck.Run(tree, key, _reader.Report);
        }

        var buffer = new ArrayBufferWriter<byte>(container.Length + 512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            tree.Write(json);
        }

        var name = tree is JsonMap map && map.TryGet("name", out var value) && value is JsonLeaf leaf ? leaf.Element.Text() ?? string.Empty : string.Empty;
        return new AgentContainer(role, name, buffer.WrittenMemory);
    }
}
