using Injector.Agent.Hosting;

namespace Injector.Agent.Tests.Hosting;

/// <summary>agent.md §15: a second request to end has no meaning of its own.</summary>
public sealed class ShutdownTests
{
    [Fact]
    public void Requests_AfterTheEnd_AreHarmless()
    {
        var unasked = Shutdown.Listen(() => { });
        unasked.Dispose();
        unasked.Request();

        var asked = Shutdown.Listen(() => { });
        asked.Request();
        asked.Dispose();
        asked.Request();

        Assert.True(asked.Requested.IsCancellationRequested);
    }
}
