using Injector.Contracts.Diagnostics;
using Injector.Rendering.Publishing;
using Injector.Rendering.Tests.Storage;

namespace Injector.Rendering.Tests.Publishing;

public sealed class ContainmentTests : IDisposable
{
    private readonly PublisherFixture _fixture = new();
    private readonly TemporaryFolder _outside = new();

    [Theory]
    [InlineData("../escape")]
    [InlineData("a/../../escape")]
    [InlineData("..data/db")]
    [InlineData("a/./b")]
    [InlineData("folder/")]
    [InlineData("zero\0byte")]
    public void Rejects_PathOutsideVolume(string relative)
    {
        var result = _fixture.Publish(new FileTarget(_fixture.Folder.Path + "/" + relative), "x");

        Assert.Equal(Catalogue.Publishing.UnusableDestination.Code, result.Fault?.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_fixture.Folder.Path));
    }

    [Theory]
    [InlineData("relative/path")]
    [InlineData("/elsewhere/db")]
    public void Rejects_PathWithoutVolume(string destination) =>
        Assert.Equal(Catalogue.Publishing.UnusableDestination.Code, _fixture.Publish(new FileTarget(destination), "x").Fault?.Code);

    [Fact]
    public void NeverFollowsALinkInPlaceOfAFolder()
    {
        Directory.CreateSymbolicLink(_fixture.Folder.At("deep"), _outside.Path);

        var result = _fixture.Publish(_fixture.Target("deep/db"), "x");

        Assert.Equal(Catalogue.Publishing.EntryInTheWay.Code, result.Fault?.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_outside.Path));
    }

    [Fact]
    public void NeverFollowsATamperedGenerationLink()
    {
        Directory.CreateSymbolicLink(_fixture.Folder.At("..data"), _outside.Path);

        Assert.Equal(FileChange.Content, _fixture.Publish("db", "x"));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_outside.Path));
        Assert.Equal("x", _fixture.Read("db"));
    }

    [Fact]
    public void W4_ReplacesALinkAtTheDestination()
    {
        File.WriteAllText(_outside.At("victim"), "untouched");
        File.CreateSymbolicLink(_fixture.Folder.At("db"), _outside.At("victim"));

        _fixture.Publish("db", "x");

        Assert.Equal("untouched", File.ReadAllText(_outside.At("victim")));
        Assert.Equal("x", _fixture.Read("db"));
    }

    [Fact]
    public void PlainFiles_ReplaceALinkAtTheDestination()
    {
        using var plain = new PublisherFixture(PublishingStyle.PlainFiles);
        File.WriteAllText(_outside.At("victim"), "untouched");
        File.CreateSymbolicLink(plain.Folder.At("db"), _outside.At("victim"));

        plain.Publish("db", "x");

        Assert.Equal("untouched", File.ReadAllText(_outside.At("victim")));
        Assert.Null(new FileInfo(plain.Folder.At("db")).LinkTarget);
    }

    [Fact]
    public void PlainFiles_NeverFollowALinkInPlaceOfAFolder()
    {
        using var plain = new PublisherFixture(PublishingStyle.PlainFiles);
        Directory.CreateSymbolicLink(plain.Folder.At("deep"), _outside.Path);

        Assert.Equal(FileChange.Failed, plain.Publish("deep/db", "x"));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_outside.Path));
    }

    [Fact]
    public void ReportsAFolderAtTheDestination()
    {
        Directory.CreateDirectory(_fixture.Folder.At("db/inner"));

        Assert.Equal(Catalogue.Publishing.EntryInTheWay.Code, _fixture.Publish(_fixture.Target("db"), "x").Fault?.Code);
    }

    public void Dispose()
    {
        _fixture.Dispose();
        _outside.Dispose();
    }
}
