using Injector.Rendering.Commands;
using Injector.Rendering.HandOver;
using Injector.Rendering.Publishing;
using Injector.Rendering.Running;
using Injector.Rendering.Storage;
using Injector.Rendering.Tests.Fakes;
using Injector.Rendering.Tests.Storage;

namespace Injector.Rendering.Tests.Running;

/// <summary>One login and one lease per secret for a whole pod.</summary>
public sealed class HandOverTests
{
    private readonly FakeVault _vault = new();
    private readonly MemoryFileSystem _files = new();
    private int _issued;

    public HandOverTests()
    {
        _vault.On("db/creds/app", _ => (200, $$$"""{"lease_id":"db/{{{++_issued}}}","renewable":true,"lease_duration":3600,"data":{"username":"u{{{_issued}}}"}}"""));
        _vault.On("sys/leases/renew", """{"lease_id":"db/1","renewable":true,"lease_duration":3600}""");
        _vault.OnKv2("secret/data/kv", 1, """{"x":"1"}""");
    }

    private RenderingSettings Settings
    {
        get
        {
            var store = new HandOverStore(_files, "/state");
            return RenderingDriver.Settings(
                RenderingDriver.Template("a", ScriptedTemplate.Of(run =>
                    run.Show(run.Get(ScriptedTemplate.Read("db/creds/app")), "username") + run.Show(run.Get(ScriptedTemplate.Read("secret/kv")), "data.x")))) with
            {
                HandOver = store,
                HandedOver = store.Load(out _),
            };
        }
    }

    [Fact]
    public async Task SidecarTakesUpTheLeaseOfTheInitContainer()
    {
        var init = new RenderingDriver(_vault, Settings with { Completion = Completion.AfterFirstPublication }, _files);
        await init.LoginAsync();

        var sidecar = new RenderingDriver(_vault, Settings, _files);
        await sidecar.LoginAsync();
        await sidecar.PassAsync(TimeSpan.FromHours(5));

        Assert.Equal(1, _issued);
        Assert.Equal("u11", sidecar.Read("a"));
        Assert.Empty(sidecar.Written);
        Assert.InRange(_vault.Count("sys/leases/renew"), 6, 9);
    }

    [Fact]
    public async Task LeasesOfAnotherTokenAreIssuedAnew()
    {
        await new RenderingDriver(_vault, Settings, _files).LoginAsync();

        var next = new RenderingDriver(_vault, Settings, _files);
        await next.LoginAsync("token-2");

        Assert.Equal(2, _issued);
        Assert.Equal("u21", next.Read("a"));
    }

    [Fact]
    public async Task DeadLeasesAreIssuedAnew()
    {
        await new RenderingDriver(_vault, Settings, _files).LoginAsync();
        var next = new RenderingDriver(_vault, Settings, _files);
        next.Time.Advance(TimeSpan.FromHours(2));

        await next.LoginAsync();

        Assert.Equal(2, _issued);
    }

    [Fact]
    public async Task WritesAreNotRepeatedByTheNextProcess()
    {
        _vault.On("pki/issue/web", """{"data":{"certificate":"c","private_key":"k","expiration":1999999999}}""");
        _vault.On("kv1/mark", 204, "");
        var template = RenderingDriver.Template("cert", ScriptedTemplate.Of(run =>
            run.Show(run.Get(ScriptedTemplate.Write("pki/issue/web", "common_name", "x")), "certificate")
            + run.Show(run.Get(ScriptedTemplate.Write("kv1/mark", "a", "b")), "")));
        var store = new HandOverStore(_files, "/state");
        await new RenderingDriver(_vault, RenderingDriver.Settings(template) with { HandOver = store }, _files).LoginAsync();

        var next = new RenderingDriver(_vault, RenderingDriver.Settings(template) with { HandOver = store, HandedOver = store.Load(out _) }, _files);
        await next.LoginAsync();

        Assert.True(next.Core.IsFirstPublicationDone);
        Assert.Equal(1, _vault.Count("pki/issue/web"));
        Assert.Equal(1, _vault.Count("kv1/mark"));
    }

    [Fact]
    public async Task CommandThatWasInterruptedRunsInTheNextProcess()
    {
        var template = RenderingDriver.Template("a", ScriptedTemplate.Show("secret/kv", "data.x")) with
        {
            Command = new FileCommand("reload", new CommandLine.Direct(["reload"])),
        };
        var store = new HandOverStore(_files, "/state");
        var first = new RenderingDriver(_vault, RenderingDriver.Settings(template) with { HandOver = store }, _files);
        await first.LoginAsync();

        // The next version is published, but the process dies before its command runs.
        _vault.OnKv2("secret/data/kv", 2, """{"x":"2"}""");
        new Publisher(_files, VolumeRoots.For([], ["/v/a"], PublishingStyle.Generations), first.Time).Publish([new PendingFile(new FileTarget("/v/a"), "2"u8.ToArray())]);
        var next = new RenderingDriver(_vault, RenderingDriver.Settings(template) with { HandOver = store, HandedOver = store.Load(out _) }, _files);
        await next.LoginAsync();

        Assert.Empty(next.Written);
        Assert.Equal(["reload"], next.Commands);
    }

    [Fact]
    public async Task FileIsPrivate()
    {
        await new RenderingDriver(_vault, Settings, _files).LoginAsync();

        using var folder = _files.Open("/state");
        Assert.Equal(0b110_000_000, folder?.Look(HandOverStore.FileName)?.Mode);
        Assert.Equal([HandOverStore.FileName], folder?.List());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"version":99,"token":{"value":"x"}}""")]
    [InlineData("""{"version":1}""")]
    [InlineData("bolt database of another agent")]
    [InlineData("""{"version":1,"\ud800":{"\udc00":"x"}}""")]
    public void P6_ForeignOrDamagedFileIsIgnoredWithAWarning(string content)
    {
        _files.Put("/state/" + HandOverStore.FileName, content);

        Assert.Null(new HandOverStore(_files, "/state").Load(out var notice));
        Assert.Equal("VI0621", notice?.Code);
    }

    [Fact]
    public void MissingFile_IsNoNews()
    {
        Assert.Null(new HandOverStore(_files, "/state").Load(out var notice));
        Assert.Null(notice);
    }

    [Fact]
    public void TextsThatHoldNoCharacters_HinderNothing()
    {
        _files.Put("/state/" + HandOverStore.FileName, """{"version":1,"token":{"value":"hvs.x","accessor":"\ud800"}}""");

        Assert.Equal("\uFFFD", new HandOverStore(_files, "/state").Load(out _)?.Token.Accessor);
    }

    [Fact]
    public async Task FullVolumeIsSaidOnceAndHindersNothing()
    {
        var driver = new RenderingDriver(_vault, Settings, _files);
        _files.Space = 10;
        await driver.LoginAsync();
        await driver.PassAsync(TimeSpan.FromHours(3));

        Assert.Equal("u11", driver.Read("a"));
        Assert.Equal(1, driver.Log.Count("VI0616"));
    }

    [Fact]
    public async Task StoreIsRemovedOnDemand()
    {
        await new RenderingDriver(_vault, Settings, _files).LoginAsync();

        new HandOverStore(_files, "/state").Remove();

        Assert.Null(new HandOverStore(_files, "/state").Load(out _));
    }
}
