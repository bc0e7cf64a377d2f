using Injector.Webhook.Settings;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Logging;

/// <summary>Makes the process's loggers: ours from the chosen level on, the framework's from warnings on.</summary>
internal static class LineLoggers
{
    public static ILoggerFactory Create(Stream stream, WebhookSettings settings, TimeProvider time)
    {
        var filter = new LoggerFilterOptions { MinLevel = settings.LogLevel };
        filter.Rules.Add(new LoggerFilterRule(providerName: null, "Microsoft", LogLevel.Warning, filter: null));
        return new LoggerFactory([new LineLoggerProvider(stream, settings.LogForm, time)], filter);
    }
}
