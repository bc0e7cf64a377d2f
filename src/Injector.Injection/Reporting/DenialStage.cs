namespace Injector.Injection.Reporting;

/// <summary>The reference injector's stages, in its order. Each has the prefix that denial messages begin with.</summary>
internal enum DenialStage
{
    Pod,
    Switch,
    Namespace,
    Defaults,
    Settings,
    Validation,
    Patch,

    /// <summary>What only we check.</summary>
    Beyond,
}
