using System.Collections.Frozen;
using Injector.Contracts.Annotations;
using Injector.Contracts.Injection;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Annotations;

/// <summary>What counts when neither pod nor namespace says anything: the installation's defaults, then the preset's, then the built-in ones.</summary>
internal sealed class InstallationDefaults
{
    private static readonly string[] NeverDefaulted = [Status.Name, RequestNamespace.Name];

    private readonly FrozenDictionary<string, AnnotationEntry> _entries;

    public InstallationDefaults(InjectionSettings settings, AgentEngine engine)
    {
        var entries = new Dictionary<string, AnnotationEntry>();
        foreach (var definition in All.Where(definition => definition is { Scope: AnnotationScope.Pod, Default: not null }))
        {
            Add(entries, definition.Name, definition.Default ?? string.Empty, AnnotationOrigin.BuiltIn);
        }

        foreach (var (name, text) in PresetDefaults.For(settings.Preset, engine))
        {
            Add(entries, name, text, AnnotationOrigin.BuiltIn);
        }

        Add(entries, Service.Name, settings.VaultAddress, AnnotationOrigin.Installation);
        Add(entries, AuthType.Name, settings.AuthType, AnnotationOrigin.Installation);
        Add(entries, AuthPath.Name, settings.AuthPath, AnnotationOrigin.Installation);
        Add(entries, Image.Name, engine == AgentEngine.Vault ? settings.VaultImage : settings.AgentImage, AnnotationOrigin.Installation);
        foreach (var (name, text) in settings.AnnotationDefaults.Where(entry => !NeverDefaulted.Contains(entry.Key)))
        {
            Add(entries, name, text, AnnotationOrigin.Installation);
        }

        _entries = entries.ToFrozenDictionary();
        Families = [.. _entries.Values.Where(entry => Find(entry.Name, out var suffix) is not null && suffix.Length > 0)];
    }

    /// <summary>Defaults of single secrets and parameters.</summary>
    public IReadOnlyList<AnnotationEntry> Families { get; }

    public bool TryGet(string name, out AnnotationEntry entry) => _entries.TryGetValue(name, out entry);

    private static void Add(Dictionary<string, AnnotationEntry> entries, string name, string text, AnnotationOrigin origin) =>
        entries[name] = new AnnotationEntry(AnnotationPrefixes.HashiCorp + name, name, text, origin);
}
