namespace Injector.Injection.Agents;

/// <summary>The part one agent container plays.</summary>
internal enum AgentRole
{
    /// <summary>Renders once before the app starts, then ends.</summary>
    Init,

    /// <summary>Keeps the files fresh beside the app.</summary>
    Sidecar,

    /// <summary>Both in one restartable init container.</summary>
    Native,
}
