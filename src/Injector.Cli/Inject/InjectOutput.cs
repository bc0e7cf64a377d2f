namespace Injector.Cli.Inject;

/// <summary>What <c>injector inject</c> prints.</summary>
internal enum InjectOutput
{
    /// <summary>The manifest with the agent in every pod template, as YAML.</summary>
    Manifest,

    /// <summary>Each pod as the API server would store it, as YAML.</summary>
    Pod,

    /// <summary>The JSON patch of each pod template.</summary>
    Patch,
}
