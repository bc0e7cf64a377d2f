using Injector.Contracts.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Admission;

internal static partial class Log
{
    // Event ids 2000-2099 belong to this folder. Next free: 2002. Never reuse or renumber.
    [LoggerMessage(
        2000,
        LogLevel.Information,
        "Answered a review: pod={Pod} namespace={Namespace} decision={Decision} reason={Reason} duration_ms={DurationMs} uid={Uid}",
        SkipEnabledCheck = true)]
    public static partial void Answered(ILogger logger, string pod, string @namespace, string decision, string reason, double durationMs, string uid);

    // A caller's mistake must not fill our log.
    [LoggerMessage(2001, LogLevel.Debug, "Answered a request to {Path} with {Status}: {Fault}")]
    public static partial void Rejected(ILogger logger, string path, int status, Diagnostic fault);
}
