using System.Text;
using System.Text.Json;
using Injector.Webhook.Logging;
using Injector.Webhook.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Webhook.Tests.Logging;

public sealed class LineFormatTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 7, 10, 20, 123, TimeSpan.Zero);

    [Fact]
    public void Text_HasTimeLevelModuleAndMessage() =>
        Assert.Equal("2026-11-25T07:10:20.123Z [WARN]  handler: a b\n", Write(LogForm.Standard, static log => log.LogWarning("a\nb")));

    [Fact]
    public void Json_HasTheFieldsOfTheEvent()
    {
        var line = Write(LogForm.Json, static log => Injector.Webhook.Admission.Log.Answered(log, "web-*", "demo", "injected", "injected", 0.25, "u"));

        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        Assert.Equal("info", root.GetProperty("@level").GetString());
        Assert.Equal("handler", root.GetProperty("@module").GetString());
        Assert.Equal("web-*", root.GetProperty("pod").GetString());
        Assert.Equal("demo", root.GetProperty("namespace").GetString());
        Assert.Equal("injected", root.GetProperty("decision").GetString());
        Assert.Equal(0.25, root.GetProperty("duration_ms").GetDouble());
        Assert.Equal('\n', line[^1]);
        Assert.Equal(1, line.Count(static character => character == '\n'));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Exceptions_AreNamedWithoutTheirText(int form)
    {
        var line = Write(form == 0 ? LogForm.Standard : LogForm.Json, static log => log.LogError(new InvalidOperationException("hunter2"), "failed"));

        Assert.Contains("System.InvalidOperationException", line, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", line, StringComparison.Ordinal);
    }

    private static string Write(LogForm form, Action<ILogger> log)
    {
        using var stream = new MemoryStream();
        using var provider = new LineLoggerProvider(stream, form, new FakeTimeProvider(Now));
        log(provider.CreateLogger("handler"));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
