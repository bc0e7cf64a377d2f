using System.Net;
using Injector.Contracts.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Hosting;

internal static partial class Log
{
    // Event ids 2100-2199 belong to this folder. Next free: 2107. Never reuse or renumber.
    [LoggerMessage(2100, LogLevel.Information, "Injector {Version} listens on {Address} with TLS. Agents use Vault at {VaultAddress}; engine {Engine}, preset {Preset}.")]
    public static partial void Listening(ILogger logger, string version, EndPoint address, string vaultAddress, string engine, string preset);

    [LoggerMessage(2101, LogLevel.Information, "Asked to end: not ready any more, still answering for {Delay}.")]
    public static partial void Draining(ILogger logger, TimeSpan delay);

    [LoggerMessage(2102, LogLevel.Information, "Closed the listener; requests under way have up to {Timeout} to finish.")]
    public static partial void Closing(ILogger logger, TimeSpan timeout);

    [LoggerMessage(2103, LogLevel.Information, "Ended.")]
    public static partial void Ended(ILogger logger);

    [LoggerMessage(2104, LogLevel.Debug, "A caller left during a request to {Path}.")]
    public static partial void CallerLeft(ILogger logger, string path);

    [LoggerMessage(2105, LogLevel.Error, "A request to {Path} failed for a reason of our own.")]
    public static partial void InternalFault(ILogger logger, string path, Exception fault);

    [LoggerMessage(2106, LogLevel.Warning, "{Diagnostic}")]
    public static partial void StartWarning(ILogger logger, Diagnostic diagnostic);
}
