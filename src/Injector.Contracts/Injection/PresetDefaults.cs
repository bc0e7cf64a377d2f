using System.Collections.Frozen;
using Injector.Contracts.Annotations;

namespace Injector.Contracts.Injection;

/// <summary>What a preset changes of the built-in defaults; the one place where presets differ in values.</summary>
public static class PresetDefaults
{
    private static readonly FrozenDictionary<string, string> Hardened = new Dictionary<string, string>
    {
        [AnnotationCatalogue.Mode.Name] = "auto",
        [AnnotationCatalogue.TokenSource.Name] = "projected",
        [AnnotationCatalogue.AppMount.Name] = "ro",
        [AnnotationCatalogue.VolumeSizeLimit.Name] = "16Mi",
        [AnnotationCatalogue.SeccompProfile.Name] = "RuntimeDefault",
        [AnnotationCatalogue.LimitsCpu.Name] = string.Empty,
    }.ToFrozenDictionary();

    // Measured: our agent needs about 18 MiB beside the files, which count as memory of the container that wrote them.
    private static readonly FrozenDictionary<string, string> Small = new Dictionary<string, string>(Hardened)
    {
        [AnnotationCatalogue.LimitsMemory.Name] = "64Mi",
        [AnnotationCatalogue.RequestsCpu.Name] = "10m",
        [AnnotationCatalogue.RequestsMemory.Name] = "32Mi",
    }.ToFrozenDictionary();

    /// <summary>The defaults of a preset that replace <see cref="AnnotationDefinition.Default"/>.</summary>
    /// <param name="preset">The preset.</param>
    /// <param name="engine">The agent: HashiCorp's keeps the resources it needs.</param>
    /// <returns>Annotation name without prefix → default.</returns>
    public static IReadOnlyDictionary<string, string> For(InjectionPreset preset, AgentEngine engine) => (preset, engine) switch
    {
        (InjectionPreset.Compatible, _) => FrozenDictionary<string, string>.Empty,
        (_, AgentEngine.Vault) => Hardened,
        _ => Small,
    };
}
