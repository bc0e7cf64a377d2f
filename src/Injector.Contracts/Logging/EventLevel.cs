namespace Injector.Contracts.Logging;

/// <summary>How loud an event is. The order is that of importance.</summary>
public enum EventLevel
{
    /// <summary>Every step.</summary>
    Trace,

    /// <summary>What a developer looks for, and faults of a caller.</summary>
    Debug,

    /// <summary>What a calm operator wants to read once.</summary>
    Info,

    /// <summary>Will need attention.</summary>
    Warn,

    /// <summary>A person must act.</summary>
    Error,
}
