using Injector.Contracts.Agent;
using Injector.Contracts.Agent.Configuration;

namespace Injector.Agent.Logging;

/// <summary>When a log file is put aside, and how many of those are kept.</summary>
/// <param name="MaxBytes">0: no limit.</param>
/// <param name="MaxAge">Its longest age.</param>
/// <param name="MaxFiles">0: all are kept; negative: none.</param>
internal sealed record LogFileRotation(long MaxBytes, TimeSpan MaxAge, int MaxFiles)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>The command line beats the document.</summary>
    public static LogFileRotation Of(LogFileSettings flags, LogFileSettings document)
    {
        var age = DurationText.OrDefault(flags.RotateDuration ?? document.RotateDuration, Day);
        return new LogFileRotation(Math.Max(0, flags.RotateBytes ?? document.RotateBytes ?? 0), age > TimeSpan.Zero ? age : Day, flags.MaxFiles ?? document.MaxFiles ?? 0);
    }
}
