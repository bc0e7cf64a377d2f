using Injector.Contracts.Logging;

namespace Injector.Agent.Logging;

/// <summary>The words for levels.</summary>
internal static class LogLevels
{
    /// <returns>Null for an unknown word.</returns>
    public static EventLevel? Parse(string word) => word.Trim().ToLowerInvariant() switch
    {
        "trace" => EventLevel.Trace,
        "debug" => EventLevel.Debug,
        "info" or "notice" => EventLevel.Info,
        "warn" or "warning" => EventLevel.Warn,
        "error" or "err" => EventLevel.Error,
        _ => null,
    };
}
