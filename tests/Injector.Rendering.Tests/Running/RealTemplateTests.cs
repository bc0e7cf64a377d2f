using Injector.Rendering.Publishing;
using Injector.Rendering.Templating;
using Injector.Rendering.Tests.Fakes;
using Injector.Templates;

namespace Injector.Rendering.Tests.Running;

/// <summary>Rendering together with the template language.</summary>
public sealed class RealTemplateTests
{
    private const string Map = "{{ with secret \"PATH\" }}{{ range $k, $v := .Data }}{{ $k }}: {{ $v }}\n{{ end }}{{ end }}";

    private readonly FakeVault _vault = new();

    [Fact]
    public async Task DefaultTemplate_KvVersion1()
    {
        _vault.On("kv1/db", """{"lease_duration":2764800,"data":{"user":"u","pass":"p","port":5432}}""");

        Assert.Equal("pass: p\nport: 5432\nuser: u\n", await RenderAsync(Map.Replace("PATH", "kv1/db", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task DefaultTemplate_KvVersion2()
    {
        _vault.OnKv2("secret/data/db", 3, """{"user":"u","pass":"p"}""");

        Assert.Equal(
            "data: map[pass:p user:u]\nmetadata: map[deletion_time: destroyed:false version:3]\n",
            await RenderAsync(Map.Replace("PATH", "secret/db", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("secret/a%25b", "secret/data/a%b")]
    [InlineData("secret/q%3Fm", "secret/data/q?m")]
    [InlineData("secret/a%2525", "secret/data/a%25")]
    public async Task R1_EscapesOfAPath_AreUndoneOnce(string path, string asked)
    {
        _vault.OnKv2(asked, 1, """{"x":"1"}""");

        Assert.Equal("1", await RenderAsync("{{ with secret \"PATH\" }}{{ .Data.data.x }}{{ end }}".Replace("PATH", path, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task NestedUse()
    {
        _vault.On("secret/metadata/apps", """{"data":{"keys":["b","a"]}}""");
        _vault.OnKv2("secret/data/apps/a", 1, """{"x":"1"}""");
        _vault.OnKv2("secret/data/apps/b", 1, """{"x":"2"}""");

        Assert.Equal("a=1;b=2;", await RenderAsync("""{{ range secrets "secret/apps" }}{{ . }}={{ with secret (printf "secret/apps/%s" .) }}{{ .Data.data.x }}{{ end }};{{ end }}"""));
    }

    [Fact]
    public async Task A10_ErrorOnMissingKeyNamesTheLocation_AndNeverFailsOnWhatIsOnlyMissing()
    {
        _vault.OnKv2("secret/data/db", 1, """{"x":"1"}""");
        var driver = NewDriver(
            "first line\n{{ (secret \"secret/db\").Data.data.nokey }}",
            new TemplateOptions { MissingKey = MissingKey.Error });

        driver.Core.Work();
        Assert.Empty(driver.Log.Lines);
        await driver.LoginAsync();

        Assert.Null(driver.Read("f"));
        Assert.Equal(1, driver.Log.Count(":2:"));
        Assert.Equal(1, driver.Log.Count("nokey"));
    }

    [Fact]
    public async Task WriteToFileWritesBesideTheDestination()
    {
        _vault.OnKv2("secret/data/db", 1, """{"x":"1"}""");

        var driver = NewDriver("{{ with secret \"secret/db\" }}{{ .Data.data.x | writeToFile \"/w/deep/extra\" \"\" \"\" \"0600\" }}{{ end }}done", TemplateOptions.Default);
        await driver.LoginAsync();

        Assert.Equal("1", driver.Read("../w/deep/extra"));
        using var folder = driver.Files.Open("/w/deep");
        Assert.Equal(0b110_000_000, folder?.Look("extra")?.Mode);
        Assert.Equal("done", driver.Read("f"));
    }

    [Fact]
    public async Task WriteToFileAppends()
    {
        _vault.OnKv2("secret/data/db", 1, """{"x":"new"}""");
        var driver = NewDriver("{{ with secret \"secret/db\" }}{{ .Data.data.x | writeToFile \"/w/log\" \"\" \"\" \"0600\" \"append\" }}{{ end }}", TemplateOptions.Default);
        driver.Files.Put("/w/log", "old ");

        await driver.LoginAsync();

        Assert.Equal("old new", driver.Read("../w/log"));
    }

    [Fact]
    public async Task WriteToFileWithUnknownUserIsSaidAndHindersNothing()
    {
        var driver = NewDriver("{{ \"x\" | writeToFile \"/w/extra\" \"nobody-here\" \"\" \"0600\" }}done", TemplateOptions.Default);

        await driver.LoginAsync();

        Assert.Equal("done", driver.Read("f"));
        Assert.Null(driver.Read("../w/extra"));
        Assert.Equal(1, driver.Log.Count("VI0619"));
    }

    [Theory]
    [InlineData("{{ file \"/etc/passwd\" }}")]
    [InlineData("{{ file \"/sandbox/../etc/passwd\" }}")]
    [InlineData("{{ \"x\" | writeToFile \"/w/x\" \"\" \"\" \"0600\" }}")]
    public async Task SandboxIsNotLeft(string text)
    {
        var driver = NewDriver(text, TemplateOptions.Default, "/sandbox");
        driver.Files.Put("/etc/passwd", "root:x:0:0");

        await driver.SettleAsync();

        Assert.Null(driver.Read("f"));
        Assert.Null(driver.Read("../w/x"));
        Assert.Equal(1, driver.Log.Count("VI0618"));
    }

    [Fact]
    public async Task FilesInsideTheSandboxAreFine()
    {
        var driver = NewDriver("{{ file \"/sandbox/a\" }}", TemplateOptions.Default, "/sandbox");
        driver.Files.Put("/sandbox/a", "text");

        await driver.SettleAsync();

        Assert.Equal("text", driver.Read("f"));
    }

    [Fact]
    public async Task ConstantTemplateSurvivesManyPublications()
    {
        var driver = NewDriver("constant {{ with secret \"secret/db\" }}{{ .Data.data.x }}{{ end }}", TemplateOptions.Default);
        for (var version = 1; version <= 3; version++)
        {
            _vault.OnKv2("secret/data/db", version, $$"""{"x":"{{version}}"}""");
            await (version == 1 ? driver.LoginAsync() : driver.PassAsync(TimeSpan.FromMinutes(5)));
            Assert.Equal($"constant {version}", driver.Read("f"));
        }
    }

    private async Task<string?> RenderAsync(string text)
    {
        var driver = NewDriver(text, TemplateOptions.Default);
        await driver.LoginAsync();
        return driver.Read("f");
    }

    private RenderingDriver NewDriver(string text, TemplateOptions options, string? sandbox = null)
    {
        var (template, errors) = Template.Parse(text, options);
        Assert.Empty(errors);
        Assert.NotNull(template);
        return new RenderingDriver(_vault, RenderingDriver.Settings(new FileTemplate(new FileTarget("/v/f"), template.Render) { Sandbox = sandbox }));
    }
}
