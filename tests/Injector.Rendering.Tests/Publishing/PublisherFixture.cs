using System.Text;
using Injector.Rendering.Publishing;
using Injector.Rendering.Storage;
using Injector.Rendering.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Rendering.Tests.Publishing;

/// <summary>A publisher over a real folder.</summary>
internal sealed class PublisherFixture : IDisposable
{
    public PublisherFixture(PublishingStyle style = PublishingStyle.Generations)
    {
        Style = style;
        Publisher = NewPublisher();
    }

    public TemporaryFolder Folder { get; } = new();

    public PublishingStyle Style { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public Publisher Publisher { get; private set; }

    public void Restart() => Publisher = NewPublisher();

    public FileChange Publish(string name, string text) => Publish(Target(name), text).Change;

    public PublishedFile Publish(FileTarget target, string text) => Publisher.Publish([Pending(target, text)])[0];

    public FileTarget Target(string name) => new(Folder.At(name));

    public static PendingFile Pending(FileTarget target, string text) => new(target, Encoding.UTF8.GetBytes(text));

    public string Read(string name) => File.ReadAllText(Folder.At(name));

    public string[] Generations() => [.. Directory.EnumerateDirectories(Folder.Path, "..2*").Select(path => Path.GetFileName(path)).Order()];

    public void Dispose() => Folder.Dispose();

    private Publisher NewPublisher() => new(
        new LinuxFileSystem(),
        VolumeRoots.For([new VolumeRoot(Folder.Path, Style)], [], Style),
        Time);
}
