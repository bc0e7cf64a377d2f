using System.Globalization;

namespace Injector.Rendering.Tests.Publishing;

public sealed class ReaderTests : IDisposable
{
    private const int Rotations = 1000;

    private readonly PublisherFixture _fixture = new();

    [Fact]
    public async Task ReaderNeverSeesAMixedGenerationOrAShortFile()
    {
        Publish(0);
        var mixed = new List<string>();
        using var stop = new CancellationTokenSource();
        var reader = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    ReadOnce(mixed);
                }
            },
            TestContext.Current.CancellationToken);

        for (var rotation = 1; rotation <= Rotations; rotation++)
        {
            Publish(rotation);
        }

        await stop.CancelAsync();
        await reader;
        Assert.Empty(mixed);
        Assert.Equal(Text(Rotations), _fixture.Read("cert"));
    }

    public void Dispose() => _fixture.Dispose();

    private void ReadOnce(List<string> mixed)
    {
        // One generation is one look at the link: what stands behind it must belong together and be complete.
        var generation = new FileInfo(_fixture.Folder.At("..data")).LinkTarget;
        try
        {
            var cert = File.ReadAllText(_fixture.Folder.At(generation + "/cert"));
            var key = File.ReadAllText(_fixture.Folder.At(generation + "/key"));
            if (cert != key || cert.Length != Text(0).Length)
            {
                mixed.Add($"{cert.Length} and {key.Length}");
            }

            if (File.ReadAllText(_fixture.Folder.At("cert")).Length != Text(0).Length)
            {
                mixed.Add("short");
            }
        }
        catch (IOException fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            // The reader was suspended for more than two rotations between its look and its read.
        }
    }

    private void Publish(int rotation) => _fixture.Publisher.Publish(
    [
        PublisherFixture.Pending(_fixture.Target("cert"), Text(rotation)),
        PublisherFixture.Pending(_fixture.Target("key"), Text(rotation)),
    ]);

    private static string Text(int rotation) => string.Concat(Enumerable.Repeat(rotation.ToString("D6", CultureInfo.InvariantCulture), 2000));
}
