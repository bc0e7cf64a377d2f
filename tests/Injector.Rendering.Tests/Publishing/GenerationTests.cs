using Injector.Contracts.Diagnostics;
using Injector.Rendering.Publishing;

namespace Injector.Rendering.Tests.Publishing;

public sealed class GenerationTests : IDisposable
{
    private readonly PublisherFixture _fixture = new();

    [Fact]
    public void Publishes_FilesThroughTheGenerationLink()
    {
        Assert.Equal(FileChange.Content, _fixture.Publish("db", "one"));

        Assert.Equal("one", _fixture.Read("db"));
        Assert.Equal("..data/db", new FileInfo(_fixture.Folder.At("db")).LinkTarget);
        Assert.StartsWith("..2026_01_02_03_04_05", new FileInfo(_fixture.Folder.At("..data")).LinkTarget, StringComparison.Ordinal);
    }

    [Fact]
    public void W1_KeepsFileWithSameBytes()
    {
        _fixture.Publish("db", "one");
        var before = _fixture.Generations();

        Assert.Equal(FileChange.None, _fixture.Publish("db", "one"));

        Assert.Equal(before, _fixture.Generations());
    }

    [Fact]
    public void W1_RepairsModeWithoutRewriting()
    {
        _fixture.Publish("db", "one");
        var written = File.GetLastWriteTimeUtc(_fixture.Folder.At("..data/db"));

        var result = _fixture.Publish(_fixture.Target("db") with { Mode = 0b100_000_000 }, "one");

        Assert.Equal(FileChange.Rights, result.Change);
        Assert.Equal(UnixFileMode.UserRead, File.GetUnixFileMode(_fixture.Folder.At("db")));
        Assert.Equal(written, File.GetLastWriteTimeUtc(_fixture.Folder.At("..data/db")));
        Assert.Single(_fixture.Generations());
    }

    [Fact]
    public void W3_DefaultModeIs0644_AndAnExistingModeIsKept()
    {
        _fixture.Publish("db", "one");
        Assert.Equal(0b110_100_100, (int)File.GetUnixFileMode(_fixture.Folder.At("db")));

        File.SetUnixFileMode(_fixture.Folder.At("..data/db"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _fixture.Publish("db", "two");

        Assert.Equal(0b110_000_000, (int)File.GetUnixFileMode(_fixture.Folder.At("db")));
    }

    [Fact]
    public void W5_EmptyOutputCreatesEmptyFile()
    {
        Assert.Equal(FileChange.Content, _fixture.Publish("db", ""));

        Assert.Equal("", _fixture.Read("db"));
    }

    [Fact]
    public void W6_KeepsFilesThatAreNotPartOfThePublication()
    {
        _fixture.Publish("db", "one");
        _fixture.Publish("deep/er/tls", "two");

        Assert.Equal("one", _fixture.Read("db"));
        Assert.Equal("two", _fixture.Read("deep/er/tls"));
        Assert.Equal("../../..data/deep/er/tls", new FileInfo(_fixture.Folder.At("deep/er/tls")).LinkTarget);
    }

    [Fact]
    public void SharesUnchangedFilesWithTheNextGeneration()
    {
        _fixture.Publish("db", "one");
        var written = File.GetLastWriteTimeUtc(_fixture.Folder.At("..data/db"));

        _fixture.Publisher.Publish([PublisherFixture.Pending(_fixture.Target("db"), "one"), PublisherFixture.Pending(_fixture.Target("tls"), "two")]);

        Assert.Equal(written, File.GetLastWriteTimeUtc(_fixture.Folder.At("..data/db")));
    }

    [Fact]
    public void ChangesFilesOfOneVolumeTogether()
    {
        _fixture.Publisher.Publish([PublisherFixture.Pending(_fixture.Target("cert"), "c1"), PublisherFixture.Pending(_fixture.Target("key"), "k1")]);
        var first = new FileInfo(_fixture.Folder.At("..data")).LinkTarget;

        _fixture.Publisher.Publish([PublisherFixture.Pending(_fixture.Target("cert"), "c2"), PublisherFixture.Pending(_fixture.Target("key"), "k2")]);

        Assert.Equal("c1k1", File.ReadAllText(_fixture.Folder.At(first + "/cert")) + File.ReadAllText(_fixture.Folder.At(first + "/key")));
        Assert.Equal("c2k2", _fixture.Read("cert") + _fixture.Read("key"));
    }

    [Fact]
    public void RemovesRetiredGenerationsAfterTheGrace()
    {
        _fixture.Publish("db", "one");
        _fixture.Publish("db", "two");
        Assert.Equal(2, _fixture.Generations().Length);

        _fixture.Time.Advance(TimeSpan.FromSeconds(11));
        _fixture.Publisher.Sweep();

        Assert.Single(_fixture.Generations());
        Assert.Equal("two", _fixture.Read("db"));
    }

    [Fact]
    public void KeepsAFewRetiredGenerationsAtMost()
    {
        for (var i = 0; i < 20; i++)
        {
            _fixture.Publish("db", $"version {i}");
        }

        Assert.True(_fixture.Generations().Length <= 3);
    }

    [Fact]
    public void Restart_TakesUpTheExistingGeneration_AndRemovesLeftovers()
    {
        _fixture.Publish("db", "one");
        Directory.CreateDirectory(_fixture.Folder.At("..2025_01_01_00_00_00.0000000"));
        _fixture.Restart();

        Assert.Equal(FileChange.None, _fixture.Publish("db", "one"));

        Assert.Single(_fixture.Generations());
        Assert.Equal("one", _fixture.Read("db"));
    }

    [Fact]
    public void AdoptsPlainFileWithoutCallingItChanged()
    {
        File.WriteAllText(_fixture.Folder.At("db"), "one");

        Assert.Equal(FileChange.None, _fixture.Publish("db", "one"));

        Assert.Equal("..data/db", new FileInfo(_fixture.Folder.At("db")).LinkTarget);
        Assert.Equal("one", _fixture.Read("db"));
    }

    [Fact]
    public void RestoresALinkSomebodyRemoved()
    {
        _fixture.Publish("db", "one");
        File.Delete(_fixture.Folder.At("db"));

        Assert.Equal(FileChange.None, _fixture.Publish("db", "one"));

        Assert.Equal("one", _fixture.Read("db"));
    }

    [Fact]
    public void KeepsThePreviousFileWhenAsked()
    {
        _fixture.Publish("db", "one");

        _fixture.Publish(_fixture.Target("db") with { PreviousFile = PreviousFile.Keep }, "two");

        Assert.Equal("one", _fixture.Read("db.bak"));
        Assert.Equal("two", _fixture.Read("db"));
    }

    [Fact]
    public void Refuses_MissingParentWhenAsked_AndPublishesTheOthers()
    {
        var results = _fixture.Publisher.Publish(
        [
            PublisherFixture.Pending(_fixture.Target("missing/db") with { MissingParents = MissingParents.Refuse }, "one"),
            PublisherFixture.Pending(_fixture.Target("tls"), "two"),
        ]);

        Assert.Equal(Catalogue.Publishing.ParentMissing.Code, results[0].Fault?.Code);
        Assert.Equal(FileChange.Content, results[1].Change);
        Assert.False(Directory.Exists(_fixture.Folder.At("missing")));
    }

    [Fact]
    public void WithdrawRemovesTheFileFromAllGenerations()
    {
        _fixture.Publish("db", "one");
        _fixture.Publish("tls", "two");

        Assert.True(_fixture.Publisher.Withdraw(_fixture.Folder.At("db")));

        Assert.Empty(Directory.EnumerateFiles(_fixture.Folder.Path, "db", SearchOption.AllDirectories));
        Assert.Equal("two", _fixture.Read("tls"));
    }

    public void Dispose() => _fixture.Dispose();
}
