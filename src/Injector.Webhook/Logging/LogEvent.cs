using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Logging;

/// <summary>What a line is made of.</summary>
/// <param name="Time">When it happened, in UTC.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Category">The part of the process that speaks.</param>
/// <param name="Id">Number of the event.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Fields">Name and value pairs; the original format is among them.</param>
/// <param name="Exception">An unexpected exception; its text is not trusted to be free of a pod's content, so only type and place are written.</param>
internal readonly record struct LogEvent(
    DateTimeOffset Time,
    LogLevel Level,
    string Category,
    int Id,
    string Message,
    IReadOnlyList<KeyValuePair<string, object?>> Fields,
    Exception? Exception);
