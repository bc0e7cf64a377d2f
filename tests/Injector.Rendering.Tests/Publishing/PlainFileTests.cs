using Injector.Contracts.Diagnostics;
using Injector.Rendering.Publishing;

namespace Injector.Rendering.Tests.Publishing;

public sealed class PlainFileTests : IDisposable
{
    private readonly PublisherFixture _fixture = new(PublishingStyle.PlainFiles);

    [Fact]
    public void W2_ReplacesByRenameAndLeavesNothingBehind()
    {
        Assert.Equal(FileChange.Content, _fixture.Publish("deep/db", "one"));
        Assert.Equal(FileChange.Content, _fixture.Publish("deep/db", "two"));

        Assert.Equal("two", _fixture.Read("deep/db"));
        Assert.Equal(["db"], Directory.EnumerateFileSystemEntries(_fixture.Folder.At("deep")).Select(Path.GetFileName));
    }

    [Fact]
    public void W1_KeepsFileWithSameBytes_AndRepairsTheMode()
    {
        _fixture.Publish("db", "one");

        Assert.Equal(FileChange.None, _fixture.Publish("db", "one"));
        Assert.Equal(FileChange.Rights, _fixture.Publish(_fixture.Target("db") with { Mode = 0b110_000_000 }, "one").Change);
        Assert.Equal(0b110_000_000, (int)File.GetUnixFileMode(_fixture.Folder.At("db")));
    }

    [Fact]
    public void KeepsThePreviousFileWhenAsked()
    {
        _fixture.Publish("db", "one");
        _fixture.Publish(_fixture.Target("db") with { PreviousFile = PreviousFile.Keep }, "two");
        _fixture.Publish(_fixture.Target("db") with { PreviousFile = PreviousFile.Keep }, "three");

        Assert.Equal("two", _fixture.Read("db.bak"));
    }

    [Fact]
    public void Refuses_MissingParentWhenAsked()
    {
        var result = _fixture.Publish(_fixture.Target("missing/db") with { MissingParents = MissingParents.Refuse }, "x");

        Assert.Equal(Catalogue.Publishing.ParentMissing.Code, result.Fault?.Code);
    }

    [Fact]
    public void A18_GivesModeOwnerAndParents()
    {
        _fixture.Publish(_fixture.Target("a/b/db") with { Mode = 0b100_100_000 }, "x");

        Assert.Equal(0b100_100_000, (int)File.GetUnixFileMode(_fixture.Folder.At("a/b/db")));
        Assert.Equal(0b111_101_101, (int)File.GetUnixFileMode(_fixture.Folder.At("a/b")));
    }

    [Fact]
    public void WithdrawRemovesTheFile()
    {
        _fixture.Publish("db", "x");

        Assert.True(_fixture.Publisher.Withdraw(_fixture.Folder.At("db")));
        Assert.False(_fixture.Publisher.Withdraw(_fixture.Folder.At("db")));
        Assert.False(File.Exists(_fixture.Folder.At("db")));
    }

    public void Dispose() => _fixture.Dispose();
}
