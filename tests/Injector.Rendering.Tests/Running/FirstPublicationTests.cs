using Injector.Rendering.Running;
using Injector.Rendering.Tests.Fakes;

namespace Injector.Rendering.Tests.Running;

public sealed class FirstPublicationTests
{
    private readonly FakeVault _vault = new();

    [Fact]
    public async Task Publishes_KvVersion2WithDetectedMount()
    {
        _vault.OnKv2("secret/data/db", 3, """{"password":"p1"}""");
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(RenderingDriver.Template("db", ScriptedTemplate.Show("secret/db", "data.password"))));

        await driver.LoginAsync();

        Assert.Equal("p1", driver.Read("db"));
        Assert.True(driver.Core.IsFirstPublicationDone);
    }

    [Fact]
    public async Task Publishes_KvVersion1()
    {
        _vault.On("kv1/db", """{"lease_duration":2764800,"data":{"password":"p1"}}""");
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(RenderingDriver.Template("db", ScriptedTemplate.Show("kv1/db", "password"))));

        await driver.LoginAsync();

        Assert.Equal("p1", driver.Read("db"));
    }

    [Fact]
    public async Task AsksForAPinnedVersion()
    {
        _vault.OnKv2("secret/data/db", 2, """{"password":"old"}""");
        var template = ScriptedTemplate.Of(run => run.Show(run.Get(new Templates.Dependencies.VaultRead("secret/db", "version=2")), "data.password"));
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(RenderingDriver.Template("db", template)));

        await driver.LoginAsync();

        Assert.Equal("version=2", _vault.Requests[^1].Query);
        Assert.Equal("old", driver.Read("db"));
    }

    [Theory]
    [InlineData("""{"data":{"data":null,"metadata":{"deletion_time":"2025-01-01T00:00:00Z","destroyed":false,"version":1}}}""")]
    [InlineData("""{"data":{"data":null,"metadata":{"deletion_time":"","destroyed":true,"version":1}}}""")]
    public async Task DeletedOrDestroyedVersionDoesNotExist(string body)
    {
        _vault.On("secret/data/db", 404, body);
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(RenderingDriver.Template("db", ScriptedTemplate.Show("secret/db", "data.password"))));

        await driver.LoginAsync();

        Assert.Null(driver.Read("db"));
        Assert.Equal(1, driver.Log.Count("VI0408"));
    }

    [Fact]
    public async Task A11_CompletesOnlyWhenAllFilesExist()
    {
        _vault.OnKv2("secret/data/a", 1, """{"x":"1"}""");
        var settings = RenderingDriver.Settings(
            RenderingDriver.Template("a", ScriptedTemplate.Show("secret/a", "data.x")),
            RenderingDriver.Template("b", ScriptedTemplate.Show("secret/b", "data.x")));
        var driver = new RenderingDriver(_vault, settings with { Completion = Completion.AfterFirstPublication });

        await driver.LoginAsync();
        Assert.Equal("1", driver.Read("a"));
        Assert.Null(driver.Core.Outcome);

        _vault.OnKv2("secret/data/b", 1, """{"x":"2"}""");
        await driver.PassAsync(TimeSpan.FromMinutes(3));
        Assert.Equal("2", driver.Read("b"));
        Assert.Equal(0, driver.Core.Outcome?.ExitCode);
    }

    [Fact]
    public async Task A12_SecondAgentWritesNothing()
    {
        _vault.OnKv2("secret/data/a", 1, """{"x":"1"}""");
        var settings = RenderingDriver.Settings(RenderingDriver.Template("a", ScriptedTemplate.Show("secret/a", "data.x")));
        var first = new RenderingDriver(_vault, settings);
        await first.LoginAsync();
        Assert.Single(first.Written);

        var writes = first.Files.Writes;
        var second = new RenderingDriver(_vault, settings, first.Files);
        await second.LoginAsync();

        Assert.True(second.Core.IsFirstPublicationDone);
        Assert.Empty(second.Written);
        Assert.Equal(writes, second.Files.Writes);
    }

    [Fact]
    public async Task AsksOncePerMountAndOncePerPath()
    {
        for (var i = 0; i < 5; i++)
        {
            _vault.OnKv2($"secret/data/s{i}", 1, """{"x":"1"}""");
        }

        var templates = Enumerable.Range(0, 10).Select(i =>
            RenderingDriver.Template($"f{i}", ScriptedTemplate.Show($"secret/s{i % 5}", "data.x"))).ToArray();
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(templates));

        await driver.LoginAsync();

        Assert.Equal(6, _vault.Requests.Count);
        Assert.Equal(10, driver.Written.Count);
    }

    [Fact]
    public async Task Rule62_1_SharedDependencyIsOneRequest_AndA6_OneLease()
    {
        var issued = 0;
        _vault.On("db/creds/app", _ => (200, $$$"""{"lease_id":"db/{{{++issued}}}","renewable":true,"lease_duration":3600,"data":{"username":"u{{{issued}}}"}}"""));
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(
            RenderingDriver.Template("a", ScriptedTemplate.Show("db/creds/app", "username")),
            RenderingDriver.Template("b", ScriptedTemplate.Show("db/creds/app", "username"))));

        await driver.LoginAsync();

        Assert.Equal(1, issued);
        Assert.Equal("u1", driver.Read("a"));
        Assert.Equal("u1", driver.Read("b"));
    }

    [Fact]
    public async Task SharedWriteIsOneIssue()
    {
        var issued = 0;
        _vault.On("pki/issue/web", _ => (200, $$$"""{"data":{"certificate":"c{{{++issued}}}","private_key":"k{{{issued}}}","expiration":1999999999}}"""));
        var write = ScriptedTemplate.Write("pki/issue/web", "common_name", "web");
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(
            RenderingDriver.Template("cert", ScriptedTemplate.Of(run => run.Show(run.Get(write), "certificate"))),
            RenderingDriver.Template("key", ScriptedTemplate.Of(run => run.Show(run.Get(write), "private_key")))));

        await driver.LoginAsync();

        Assert.Equal("c1", driver.Read("cert"));
        Assert.Equal("k1", driver.Read("key"));
        Assert.Equal(1, issued);
    }

    [Fact]
    public async Task Rule62_2_TemplateWithMissingDataIsNotRendered()
    {
        _vault.OnKv2("secret/data/a", 1, """{"x":"1"}""");
        var template = ScriptedTemplate.Of(run => run.Show(run.Get(ScriptedTemplate.Read("secret/a")), "data.x") + run.Show(run.Get(ScriptedTemplate.Read("secret/none")), "data.x"));
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(RenderingDriver.Template("f", template)));

        await driver.LoginAsync();

        Assert.Null(driver.Read("f"));
    }

    [Fact]
    public async Task Rule62_3_DataThatArriveTogetherAreCollected_AndRule62_5_WrittenWhenNothingIsMissing()
    {
        _vault.OnKv2("secret/data/a", 1, """{"x":"1"}""");
        _vault.OnKv2("secret/data/b", 1, """{"x":"2"}""");
        var runs = 0;
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(RenderingDriver.Template("f", ScriptedTemplate.Of(run =>
        {
            runs++;
            return run.Show(run.Get(ScriptedTemplate.Read("secret/a")), "data.x") + run.Show(run.Get(ScriptedTemplate.Read("secret/b")), "data.x");
        }))));

        await driver.LoginAsync();

        Assert.Equal("12", driver.Read("f"));
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task A10_MissingKeyIsAnErrorOnlyWhenNothingIsMissing()
    {
        _vault.OnKv2("secret/data/a", 1, """{"x":"1"}""");
        var template = ScriptedTemplate.Of(run => run.Get(ScriptedTemplate.Read("secret/a")) is { } secret && run.Show(secret, "data.nokey").Length > 0
            ? "never"
            : throw new FormatException("map has no entry for key \"nokey\""));
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(RenderingDriver.Template("f", template)));

        driver.Core.Work();
        Assert.Empty(driver.Log.Lines);
        await driver.LoginAsync();

        Assert.Null(driver.Read("f"));
        Assert.Equal(1, driver.Log.Count("no entry for key"));
    }

    [Fact]
    public void LimitOfSecretsIsAClearFault()
    {
        var template = ScriptedTemplate.Of(run => string.Concat(Enumerable.Range(0, 1001).Select(i => run.Get(ScriptedTemplate.Read($"secret/s{i}")) is null ? "" : "x")));
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(RenderingDriver.Template("f", template)));

        driver.Core.Work();

        Assert.Equal(1, driver.Log.Count("VI0620"));
        Assert.Equal(1000, driver.Core.Table.Watches.Count);
    }

    [Fact]
    public async Task A20_NoSecretInAnyLog()
    {
        const string Secret = "hunter2-very-secret";
        _vault.OnKv2("secret/data/a", 1, $$"""{"x":"{{Secret}}"}""");
        _vault.On("secret/data/b", 400, """{"errors":["wrong"]}""");
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(
            RenderingDriver.Template("a", ScriptedTemplate.Show("secret/a", "data.x")),
            RenderingDriver.Template("b", ScriptedTemplate.Show("secret/b", "data.x"))));

        await driver.LoginAsync("hvs.token-text");
        await driver.PassAsync(TimeSpan.FromHours(1));

        var lines = string.Join('\n', driver.Log.Lines);
        Assert.NotEmpty(lines);
        Assert.DoesNotContain(Secret, lines, StringComparison.Ordinal);
        Assert.DoesNotContain("hvs.token-text", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule62_4_NestedUseNeedsSeveralPasses()
    {
        _vault.On("secret/metadata/apps", """{"data":{"keys":["b","a"]}}""");
        _vault.OnKv2("secret/data/apps/a", 1, """{"x":"1"}""");
        _vault.OnKv2("secret/data/apps/b", 1, """{"x":"2"}""");
        var template = ScriptedTemplate.Of(run =>
        {
            var names = run.Show(run.Get(new Templates.Dependencies.VaultList("secret/apps")), "").Split(',', StringSplitOptions.RemoveEmptyEntries);
            return string.Concat(names.Select(name => name + run.Show(run.Get(ScriptedTemplate.Read("secret/apps/" + name)), "data.x")));
        });
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(RenderingDriver.Template("f", template)));

        await driver.LoginAsync();

        Assert.Equal("a1b2", driver.Read("f"));
    }

    [Fact]
    public async Task Rule62_6_UnusedDependenciesAreDropped()
    {
        _vault.OnKv2("secret/data/pointer", 1, """{"next":"one"}""");
        _vault.OnKv2("secret/data/one", 1, """{"x":"1"}""");
        _vault.OnKv2("secret/data/two", 1, """{"x":"2"}""");
        var template = ScriptedTemplate.Of(run =>
        {
            var next = run.Show(run.Get(ScriptedTemplate.Read("secret/pointer")), "data.next");
            return next.Length == 0 ? "" : run.Show(run.Get(ScriptedTemplate.Read("secret/" + next)), "data.x");
        });
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(RenderingDriver.Template("f", template)));
        await driver.LoginAsync();

        _vault.OnKv2("secret/data/pointer", 2, """{"next":"two"}""");
        await driver.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal("2", driver.Read("f"));
        Assert.Equal(["vault.read(secret/pointer)", "vault.read(secret/two)"], driver.Core.Table.Watches.Select(watch => watch.Dependency.Name).Order());
    }

    [Fact]
    public async Task EmptyListIsAnAnswer()
    {
        var template = ScriptedTemplate.Of(run => "[" + run.Show(run.Get(new Templates.Dependencies.VaultList("secret/none")), "") + "]");
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(RenderingDriver.Template("f", template)));

        await driver.LoginAsync();

        Assert.Equal("[]", driver.Read("f"));
    }

    [Fact]
    public async Task WriteThatReturnsNothingIsNeverRepeated()
    {
        _vault.On("kv1/mark", 204, "");
        var write = ScriptedTemplate.Write("kv1/mark", "seen", "yes");
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(
            RenderingDriver.Template("f", ScriptedTemplate.Of(run => "done" + run.Show(run.Get(write), "x")))));

        await driver.LoginAsync();
        await driver.PassAsync(TimeSpan.FromDays(2));
        driver.Core.Accept(FakeTokens.Make("token-2"));
        await driver.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal("done", driver.Read("f"));
        Assert.Equal(1, _vault.Count("kv1/mark"));
    }

    [Fact]
    public async Task FilesThatArriveTogetherArePublishedTogether()
    {
        _vault.OnKv2("secret/data/a", 1, """{"x":"1"}""");
        _vault.OnKv2("secret/data/b", 1, """{"x":"1"}""");
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(
            RenderingDriver.Template("a", ScriptedTemplate.Show("secret/a", "data.x")),
            RenderingDriver.Template("b", ScriptedTemplate.Show("secret/b", "data.x"))));
        await driver.LoginAsync();
        _vault.OnKv2("secret/data/a", 2, """{"x":"2"}""");
        _vault.OnKv2("secret/data/b", 2, """{"x":"2"}""");

        await driver.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(4, driver.Written.Count);
        Assert.Equal(driver.Written[2].At, driver.Written[3].At);
    }
}
