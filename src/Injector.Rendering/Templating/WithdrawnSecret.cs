namespace Injector.Rendering.Templating;

/// <summary>What happens to files whose secret the agent may lastingly not read any more: <c>on_withdrawn</c>.</summary>
public enum WithdrawnSecret
{
    /// <summary>They stay: an app that runs keeps running.</summary>
    KeepFiles,

    /// <summary>They are removed.</summary>
    DeleteFiles,
}
