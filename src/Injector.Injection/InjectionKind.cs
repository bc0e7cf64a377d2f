namespace Injector.Injection;

/// <summary>Which containers a patch adds; the metric label <c>injection_type</c>.</summary>
public enum InjectionKind
{
    /// <summary>No container; nothing is counted.</summary>
    None,

    /// <summary>Only the init container.</summary>
    InitOnly,

    /// <summary>Only the sidecar: classic without pre-population, or native.</summary>
    SidecarOnly,

    /// <summary>The classic pair.</summary>
    InitAndSidecar,
}
