using Injector.Agent.Hosting;
using Injector.Agent.Sinks;
using Injector.Agent.Tests.Fakes;
using Injector.Contracts.Agent.Configuration;
using Injector.TestKit;
using Injector.TestKit.Logging;
using Injector.Vault;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Agent.Tests.Sinks;

/// <summary>agent.md §5: S1 to S5.</summary>
public sealed class SinkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly MemoryLog _log = new();
    private readonly FixedTokens _tokens = new();
    private readonly StubVault _vault = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0b110_100_000)]
    [InlineData(0b110_110_110)]
    [InlineData(0b100_000_000)]
    public void S1_S3_ContentIsExactlyTheTokenWithTheModeAskedFor(int mode)
    {
        var path = _folder.PathOf("token");

        Assert.Null(new SinkFile(new TokenSink(path) { Mode = mode }, () => 0.5).Write("hvs.x"));

        Assert.Equal("hvs.x", File.ReadAllText(path));
        Assert.Equal((UnixFileMode)mode, File.GetUnixFileMode(path));
        Assert.Equal(["token"], Directory.EnumerateFileSystemEntries(_folder.FullName).Select(Path.GetFileName));
    }

    [Fact]
    public void S2_CheckLeavesNothingBehind()
    {
        Assert.Null(new SinkFile(new TokenSink(_folder.PathOf("token")), () => 0.5).Check());

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.FullName));
    }

    [Fact]
    public void S2_MissingFolder_IsReportedAtTheStart()
    {
        var fault = new SinkFile(new TokenSink(_folder.PathOf("none", "token")), () => 0.5).Check();

        Assert.Equal("VI0315", fault?.Code);
        Assert.Contains("the folder does not exist", fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S4_FailingSink_IsRetriedAndOthersAreServed()
    {
        var late = _folder.PathOf("late");
        var writer = Writer(new TokenSink(_folder.PathOf("good")), new TokenSink(Path.Combine(late, "token")));
        _tokens.Set("t1");
        var run = writer.RunAsync(Cancellation);
        Assert.False(writer.FirstDelivery.IsCompleted);
        Assert.Equal("t1", await File.ReadAllTextAsync(_folder.PathOf("good"), Cancellation));

        Directory.CreateDirectory(late);
        _time.Advance(TimeSpan.FromSeconds(3));
        await writer.FirstDelivery.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        Assert.Equal("t1", await File.ReadAllTextAsync(Path.Combine(late, "token"), Cancellation));
        Assert.False(run.IsCompleted);
        Assert.DoesNotContain(_log.Lines, line => line.Contains("t1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task S5_WrappedSink_ReceivesTheWrapInfo()
    {
        var path = _folder.PathOf("token");
        var writer = Writer(new TokenSink(path) { WrapTtl = "5m" });
        _tokens.Set("t1");

        _ = writer.RunAsync(Cancellation);
        await writer.FirstDelivery.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        Assert.Equal("""{"token":"wrap","ttl":300}""", await File.ReadAllTextAsync(path, Cancellation));
        Assert.Equal(("sys/wrapping/wrap", TimeSpan.FromMinutes(5)), (_vault.Last?.Path, _vault.Last?.WrapTtl));
    }

    [Fact]
    public async Task S7_EverySinkGetsEveryNewToken()
    {
        var writer = Writer(new TokenSink(_folder.PathOf("a")), new TokenSink(_folder.PathOf("b")));
        _ = writer.RunAsync(Cancellation);

        _tokens.Set("t1");
        _tokens.Set("t2");
        await writer.FirstDelivery.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        Assert.Equal(["t2", "t2"], [await File.ReadAllTextAsync(_folder.PathOf("a"), Cancellation), await File.ReadAllTextAsync(_folder.PathOf("b"), Cancellation)]);
    }

    public void Dispose() => _folder.Dispose();

    private SinkWriter Writer(params TokenSink[] sinks) =>
        new([.. sinks.Select(sink => new SinkFile(sink, () => 0.5))], new SinkContent(_vault), _tokens, new PartTools(_log, _time, () => 0.5));

    private sealed class StubVault : IVaultClient
    {
        public VaultRequest? Last { get; private set; }

        public Task<VaultAnswer> SendAsync(VaultRequest request, CancellationToken cancellationToken)
        {
            Last = request;
            return Task.FromResult(VaultAnswer.Of(request, 200, """{"wrap_info":{"token":"wrap","ttl":300}}"""u8.ToArray()));
        }
    }
}
