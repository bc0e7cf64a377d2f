using System.Text;
using Injector.Agent.Local;

namespace Injector.Agent.Tests.Local;

/// <summary>Bodies in chunks come through whole, however the pieces arrive.</summary>
public sealed class ChunkedBodyTests
{
    private const string Chunks = "5\r\nhello\r\n7;x=y\r\n, world\r\n0\r\n\r\nnext";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    public async Task Body_IsPutTogetherFromWhatWasReadAndWhatFollows(int begun)
    {
        var bytes = Encoding.ASCII.GetBytes(Chunks);
        using var stream = new MemoryStream(bytes[begun..]);

        var (body, refusal) = await new ChunkedBody(stream, bytes.AsMemory(0, begun), 12).ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, refusal);
        Assert.Equal("hello, world", Encoding.ASCII.GetString(body ?? []));
    }

    [Fact]
    public async Task BodyAboveTheLimit_IsRefused()
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(Chunks));

        Assert.Equal(413, (await new ChunkedBody(stream, default, 11).ReadAsync(TestContext.Current.CancellationToken)).Refusal);
    }

    [Fact]
    public async Task BodyThatEndsEarly_IsACallerThatHasGone()
    {
        using var stream = new MemoryStream("5\r\nhel"u8.ToArray());

        await Assert.ThrowsAsync<EndOfStreamException>(() => new ChunkedBody(stream, default, 11).ReadAsync(TestContext.Current.CancellationToken));
    }
}
