using System.Text.Json;

namespace Injector.Injection.Pods;

/// <summary>One container of the pod as it was submitted.</summary>
internal sealed class ContainerView
{
    private readonly JsonElement _mounts;
    private List<MountView>? _views;

    public ContainerView(JsonElement element)
    {
        Element = element;
        Name = element.Text("name"u8);
        _mounts = element.Member("volumeMounts"u8);
    }

    public JsonElement Element { get; }

    public string Name { get; }

    public IReadOnlyList<MountView> Mounts => _views ??= [.. _mounts.Items().Select(item => new MountView(item))];

    /// <summary>Whether a mount can be appended; else the list has to be made.</summary>
    public bool HasMountList => _mounts.ValueKind == JsonValueKind.Array && _mounts.GetArrayLength() > 0;

    /// <summary>Entries of its environment, in order.</summary>
    public IEnumerable<JsonElement> Environment => Element.Member("env"u8).Items();
}
