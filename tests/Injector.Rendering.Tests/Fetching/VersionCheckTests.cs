using Injector.Rendering.Tests.Fakes;
using Injector.Rendering.Tests.Running;

namespace Injector.Rendering.Tests.Fetching;

/// <summary>A KV version 2 secret is read again only when its metadata say that it changed.</summary>
public sealed class VersionCheckTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly FakeVault _vault = new();
    private readonly RenderingDriver _driver;

    public VersionCheckTests()
    {
        _vault.OnKv2("secret/data/a", 1, """{"x":"1"}""");
        _driver = new RenderingDriver(_vault, RenderingDriver.Settings(RenderingDriver.Template("a", ScriptedTemplate.Show("secret/a", "data.x"))));
    }

    [Fact]
    public async Task UnchangedVersionIsNotReadAgain()
    {
        Metadata(1, "");
        await _driver.LoginAsync();
        await _driver.PassAsync(Hour);

        Assert.Equal(1, _vault.Count("secret/data/a"));
        Assert.InRange(_vault.Count("secret/metadata/a"), 12, 15);
    }

    [Fact]
    public async Task NewVersionIsRead()
    {
        Metadata(1, "");
        await _driver.LoginAsync();
        Metadata(2, "");
        _vault.OnKv2("secret/data/a", 2, """{"x":"2"}""");
        await _driver.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal("2", _driver.Read("a"));
    }

    [Fact]
    public async Task DeletedVersionIsRead_AndA9_KeepsTheFile()
    {
        Metadata(1, "");
        await _driver.LoginAsync();
        Metadata(1, "2025-12-31T00:00:00Z");
        _vault.On("secret/data/a", 404, """{"data":{"data":null,"metadata":{"deletion_time":"2025-12-31T00:00:00Z","version":1}}}""");
        await _driver.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal("1", _driver.Read("a"));
        Assert.True(_driver.Log.Count("VI0408") > 0);
    }

    [Fact]
    public async Task ChangedCustomMetadataAreRead()
    {
        const string Changed = """{"data":{"current_version":1,"custom_metadata":{"owner":"x"},"versions":{"1":{"deletion_time":"","destroyed":false}}}}""";
        Metadata(1, "");
        await _driver.LoginAsync();
        _vault.On("secret/metadata/a", Changed);
        _vault.On("secret/data/a", """{"data":{"data":{"x":"1"},"metadata":{"version":1,"custom_metadata":{"owner":"x"},"deletion_time":"","destroyed":false}}}""");
        await _driver.PassAsync(Hour);

        Assert.Equal(2, _vault.Count("secret/data/a"));
    }

    [Fact]
    public async Task ServerInTroubleIsAskedOncePerAttempt()
    {
        Metadata(1, "");
        await _driver.LoginAsync();
        _vault.On("secret/metadata/a", 503, """{"errors":["sealed"]}""");
        await _driver.PassAsync(TimeSpan.FromSeconds(270.1));

        Assert.Equal(1, _vault.Count("secret/metadata/a"));
        Assert.Equal(1, _vault.Count("secret/data/a"));
        Assert.Equal(1, _driver.Log.Count("VI0412"));
    }

    [Fact]
    public async Task ClosedMetadataAreAskedForOnce()
    {
        _vault.On("secret/metadata/a", 403, """{"errors":["permission denied"]}""");
        await _driver.LoginAsync();
        await _driver.PassAsync(Hour);

        Assert.Equal(1, _vault.Count("secret/metadata/a"));
        Assert.InRange(_vault.Count("secret/data/a"), 12, 15);
    }

    private void Metadata(int version, string deletion) => _vault.On(
        "secret/metadata/a",
        $$$$"""{"data":{"current_version":{{{{version}}}},"versions":{"{{{{version}}}}":{"deletion_time":"{{{{deletion}}}}","destroyed":false} } } }""");
}
