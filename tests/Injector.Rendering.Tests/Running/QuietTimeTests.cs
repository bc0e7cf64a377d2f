using Injector.Rendering.Templating;
using Injector.Rendering.Tests.Fakes;

namespace Injector.Rendering.Tests.Running;

/// <summary>The <c>wait</c> of a template.</summary>
public sealed class QuietTimeTests
{
    private readonly FakeVault _vault = new();

    [Fact]
    public async Task FirstRenderDoesNotWait_LaterOnesDo()
    {
        _vault.OnKv2("secret/data/db", 1, """{"x":"1"}""");
        var template = RenderingDriver.Template("f", ScriptedTemplate.Show("secret/db", "data.x")) with
        {
            Quiet = new QuietTime(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(40)),
        };
        var driver = new RenderingDriver(_vault, RenderingDriver.Settings(template));
        await driver.LoginAsync();
        Assert.Equal("1", driver.Read("f"));

        _vault.OnKv2("secret/data/db", 2, """{"x":"2"}""");
        await driver.PassAsync(TimeSpan.FromSeconds(275));
        Assert.Equal("1", driver.Read("f"));
        await driver.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("2", driver.Read("f"));
    }

    [Fact]
    public void FurtherChangesRestartTheWait_NeverBeyondItsLimit()
    {
        var slot = new TemplateSlot(RenderingDriver.Template("f", ScriptedTemplate.Of(_ => "")) with
        {
            Quiet = new QuietTime(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(25)),
        });
        for (var second = 0; second <= 24; second += 8)
        {
            slot.Touch(TimeSpan.FromSeconds(second), ChangeTiming.Collected);
        }

        Assert.Equal(TimeSpan.FromSeconds(25), slot.QuietUntil);
    }
}
