namespace Injector.Rendering.Dependencies;

/// <summary>What is done for a dependency next.</summary>
internal enum WatchAction
{
    /// <summary>Fetch it.</summary>
    Fetch,

    /// <summary>Extend its lease.</summary>
    Renew,

    /// <summary>Nothing more in this process.</summary>
    None,
}
