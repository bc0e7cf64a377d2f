using Injector.Webhook.Settings;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Logging;

/// <summary>Loggers that write one line per event, in the two forms of the reference injector.</summary>
internal sealed class LineLoggerProvider : ILoggerProvider
{
    private readonly LogTarget _target;
    private readonly ILineFormat _format;
    private readonly TimeProvider _time;

    public LineLoggerProvider(Stream stream, LogForm form, TimeProvider time)
    {
        _target = new LogTarget(stream);
        _format = form == LogForm.Json ? new JsonLineFormat() : new TextLineFormat();
        _time = time;
    }

    public ILogger CreateLogger(string categoryName) => new LineLogger(categoryName, _target, _format, _time);

    public void Dispose()
    {
        // The stream belongs to the caller.
    }
}
