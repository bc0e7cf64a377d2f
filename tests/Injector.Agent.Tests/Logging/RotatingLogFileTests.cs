using System.Text;
using Injector.Agent.Logging;
using Injector.Contracts.Agent.Configuration;
using Injector.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Agent.Tests.Logging;

/// <summary><c>log_file</c> and <c>log_rotate_*</c> (agent.md §16).</summary>
public sealed class RotatingLogFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void SizeIsReached_NextLineBeginsANewFile()
    {
        using (var log = new RotatingLogFile(_folder.PathOf("agent.log"), new LogFileRotation(10, TimeSpan.FromDays(1), 0), _time))
        {
            Write(log, "first line\n", "second\n");
        }

        Assert.Equal("second\n", File.ReadAllText(_folder.PathOf("agent.log")));
        Assert.Equal("first line\n", File.ReadAllText(_folder.PathOf("agent-1767225600000000000.log")));
    }

    [Fact]
    public void SizeCountsWhatAnEarlierProcessWrote()
    {
        File.WriteAllText(_folder.PathOf("agent"), "0123456789\n");
        using var log = new RotatingLogFile(_folder.PathOf("agent"), new LogFileRotation(10, TimeSpan.FromDays(1), 0), _time);

        Write(log, "x\n");

        Assert.True(File.Exists(_folder.PathOf("agent-1767225600000000000.log")));
    }

    [Fact]
    public void AgeIsReached_NextLineBeginsANewFile()
    {
        using var log = new RotatingLogFile(_folder.PathOf("agent.log"), LogFileRotation.Of(new LogFileSettings(), new LogFileSettings()), _time);
        Write(log, "a\n");
        _time.Advance(TimeSpan.FromHours(23));
        Write(log, "b\n");
        _time.Advance(TimeSpan.FromHours(1));

        Write(log, "c\n");

        Assert.Equal("c\n", File.ReadAllText(_folder.PathOf("agent.log")));
        Assert.Equal(2, Directory.GetFiles(_folder.FullName).Length);
    }

    [Theory]
    [InlineData(0, 6)]
    [InlineData(2, 3)]
    [InlineData(-1, 1)]
    public void OldFilesArePruned_AndNothingElse(int keep, int expected)
    {
        File.WriteAllText(_folder.PathOf("agent-notes.log"), "");
        using var log = new RotatingLogFile(_folder.PathOf("agent.log"), new LogFileRotation(1, TimeSpan.FromDays(1), keep), _time);
        for (var line = 0; line < 6; line++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            Write(log, $"{line}\n");
        }

        Assert.Equal(expected + 1, Directory.GetFiles(_folder.FullName).Length);
        Assert.Equal("5\n", File.ReadAllText(_folder.PathOf("agent.log")));
    }

    [Fact]
    public void FolderIsGone_LinesGoOn()
    {
        Directory.CreateDirectory(_folder.PathOf("logs"));
        using var log = new RotatingLogFile(_folder.PathOf("logs", "agent.log"), new LogFileRotation(1, TimeSpan.FromDays(1), 1), _time);
        Write(log, "a\n");
        Directory.Delete(_folder.PathOf("logs"), recursive: true);

        Write(log, "b\n");

        Assert.Equal(4, log.Length);
    }

    [Fact]
    public void C4_FlagsBeatTheDocument()
    {
        var rotation = LogFileRotation.Of(new LogFileSettings { RotateBytes = 5, RotateDuration = "1m" }, new LogFileSettings { RotateBytes = 9, RotateDuration = "1h", MaxFiles = 3 });

        Assert.Equal(new LogFileRotation(5, TimeSpan.FromMinutes(1), 3), rotation);
    }

    public void Dispose() => _folder.Dispose();

    private static void Write(RotatingLogFile log, params string[] lines)
    {
        foreach (var line in lines)
        {
            log.Write(Encoding.UTF8.GetBytes(line));
        }
    }
}
