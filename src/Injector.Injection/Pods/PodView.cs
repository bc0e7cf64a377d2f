using System.Text.Json;

namespace Injector.Injection.Pods;

/// <summary>The parts of a submitted pod that injection looks at.</summary>
internal sealed class PodView
{
    private readonly JsonElement _spec;

    public PodView(JsonElement pod)
    {
        Metadata = pod.Member("metadata"u8);
        Annotations = Metadata.Member("annotations"u8);
        Phase = pod.Member("status"u8).Text("phase"u8);
        _spec = pod.Member("spec"u8);
    }

    public JsonElement Metadata { get; }

    public JsonElement Annotations { get; }

    public string Phase { get; }

    public string Name => Metadata.Text("name"u8);

    public bool HasSpec => _spec.ValueKind == JsonValueKind.Object;

    public IReadOnlyList<ContainerView> Containers => field ??= Read("containers"u8);

    public IReadOnlyList<ContainerView> InitContainers => field ??= Read("initContainers"u8);

    public IReadOnlyList<JsonElement> Volumes => field ??= _spec.Member("volumes"u8).Items();

    /// <summary>The pod's own setting; null when it has none.</summary>
    public bool? ShareProcessNamespace => _spec.Member("shareProcessNamespace"u8).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>What is wrong with the parts we read; null when nothing is.</summary>
    public string? Fault(JsonElement pod) =>
        WrongType(pod.Member("metadata"u8), JsonValueKind.Object, "metadata", "an object")
        ?? WrongType(Annotations, JsonValueKind.Object, "metadata.annotations", "an object")
        ?? WrongType(_spec, JsonValueKind.Object, "spec", "an object")
        ?? WrongType(_spec.Member("containers"u8), JsonValueKind.Array, "spec.containers", "a list")
        ?? WrongType(_spec.Member("initContainers"u8), JsonValueKind.Array, "spec.initContainers", "a list")
        ?? WrongType(_spec.Member("volumes"u8), JsonValueKind.Array, "spec.volumes", "a list");

    private static string? WrongType(JsonElement element, JsonValueKind kind, string path, string what) =>
        element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || element.ValueKind == kind ? null : $"{path} is not {what}";

    private List<ContainerView> Read(ReadOnlySpan<byte> name)
    {
        var list = _spec.Member(name);
        var containers = new List<ContainerView>();
        if (list.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in list.EnumerateArray())
            {
                containers.Add(new ContainerView(item));
            }
        }

        return containers;
    }
}
