using Injector.Contracts.Diagnostics;
using Injector.Rendering.Publishing;
using Injector.Rendering.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Rendering.Tests.Publishing;

public sealed class FullVolumeTests
{
    private readonly MemoryFileSystem _files = new();

    [Theory]
    [InlineData(PublishingStyle.Generations)]
    [InlineData(PublishingStyle.PlainFiles)]
    public void KeepsOldFilesAndSaysSo(PublishingStyle style)
    {
        var publisher = NewPublisher(style);
        publisher.Publish([Pending("/v/db", "one"), Pending("/v/tls", "one")]);
        _files.Space = 4;

        var results = publisher.Publish([Pending("/v/db", "two"), Pending("/v/tls", "a longer text")]);

        Assert.Equal(Catalogue.Publishing.VolumeFull.Code, results[^1].Fault?.Code);
        Assert.Equal("one", _files.Text("/v/tls"));
    }

    [Fact]
    public void KeepsTheWholeGeneration()
    {
        var publisher = NewPublisher(PublishingStyle.Generations);
        publisher.Publish([Pending("/v/db", "one"), Pending("/v/tls", "one")]);
        _files.Space = 4;

        var results = publisher.Publish([Pending("/v/db", "two"), Pending("/v/tls", "a longer text")]);

        Assert.All(results, result => Assert.Equal(FileChange.Failed, result.Change));
        Assert.Equal("one", _files.Text("/v/db"));

        _files.Space = 1000;
        publisher.Publish([Pending("/v/db", "two"), Pending("/v/tls", "a longer text")]);
        Assert.Equal("two", _files.Text("/v/db"));
        Assert.Equal("a longer text", _files.Text("/v/tls"));
    }

    [Fact]
    public void AnotherVolumeIsNotHindered()
    {
        var publisher = NewPublisher(PublishingStyle.Generations);
        _files.Space = 5;

        var results = publisher.Publish([Pending("/v/db", "much too long"), Pending("/w/db", "short")]);

        Assert.Equal(FileChange.Failed, results[0].Change);
        Assert.Equal(FileChange.Content, results[1].Change);
    }

    [Theory]
    [InlineData(13, "VI0604")]
    [InlineData(30, "VI0604")]
    [InlineData(40, "VI0606")]
    [InlineData(5, "VI0607")]
    public void NamesTheReason(int error, string code)
    {
        _files.WriteError = error;

        Assert.Equal(code, NewPublisher(PublishingStyle.PlainFiles).Publish([Pending("/v/db", "x")])[0].Fault?.Code);
    }

    private static PendingFile Pending(string path, string text) => PublisherFixture.Pending(new FileTarget(path), text);

    private Publisher NewPublisher(PublishingStyle style) =>
        new(_files, VolumeRoots.For([], ["/v/db", "/w/db"], style), new FakeTimeProvider());
}
