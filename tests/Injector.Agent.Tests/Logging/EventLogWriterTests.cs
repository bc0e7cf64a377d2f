using System.Text;
using Injector.Agent.Logging;
using Injector.Contracts.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Agent.Tests.Logging;

/// <summary>agent.md §16.</summary>
public sealed class EventLogWriterTests : IDisposable
{
    private readonly MemoryStream _output = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero));

    [Fact]
    public void Standard_IsTheReferencesForm()
    {
        Create(LogFormat.Standard).Write(EventLevel.Info, "auth.handler", "renewed auth token", new EventField("ttl", "3600s"), new EventField("note", "two words"));

        Assert.Equal("2026-01-02T03:04:05.678Z [INFO]  agent.auth.handler: renewed auth token: ttl=3600s note=\"two words\"\n", Text());
    }

    [Fact]
    public void Json_IsTheReferencesForm()
    {
        Create(LogFormat.Json).Write(EventLevel.Warn, "auth.handler", "error renewing token", new EventField("error", "a \"b\""));

        Assert.Equal(
            """{"@level":"warn","@message":"error renewing token","@module":"agent.auth.handler","@timestamp":"2026-01-02T03:04:05.678000Z","error":"a \"b\""}""" + "\n",
            Text());
    }

    [Theory]
    [InlineData("standard")]
    [InlineData("json")]
    public void LineBreaks_CannotFakeAnEvent(string format)
    {
        Create(format == "json" ? LogFormat.Json : LogFormat.Standard).Write(EventLevel.Error, "x", "one\ntwo", new EventField("f", "a\nb\r"));

        Assert.Equal(1, Text().Count(character => character == '\n'));
    }

    [Fact]
    public void EventsBelowTheLevel_AreNotWritten()
    {
        var log = Create(LogFormat.Standard);
        log.Level = EventLevel.Warn;

        log.Write(EventLevel.Info, "x", "hidden");
        log.Write(EventLevel.Warn, "x", "shown");

        Assert.False(log.IsEnabled(EventLevel.Info));
        Assert.Single(Text().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("trace", EventLevel.Trace)]
    [InlineData("DEBUG", EventLevel.Debug)]
    [InlineData("notice", EventLevel.Info)]
    [InlineData("warning", EventLevel.Warn)]
    [InlineData("err", EventLevel.Error)]
    [InlineData("loud", null)]
    public void Levels_HaveTheReferencesWords(string word, EventLevel? expected) => Assert.Equal(expected, LogLevels.Parse(word));

    public void Dispose() => _output.Dispose();

    private EventLogWriter Create(LogFormat format) => new([_output], format, EventLevel.Trace, _time);

    private string Text() => Encoding.UTF8.GetString(_output.ToArray());
}
