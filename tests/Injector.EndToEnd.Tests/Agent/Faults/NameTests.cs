using Injector.TestKit.Agents;
using Injector.TestKit.Processes;

namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>The server's name is not known for a while. The agent gets a hosts file of its own, which needs a mount namespace.</summary>
public sealed class NameTests
{
    private const string Name = "vault.test";
    private const string Script = "PATH=/usr/sbin:/usr/bin:/sbin:/bin; mount --bind \"$0\" /etc/hosts && mount --bind \"$1\" /etc/resolv.conf && shift && exec \"$@\"";

    [Fact]
    public async Task NameThatIsNotKnown_IsSaidOnceAndAskedForAgain()
    {
        var probe = await CommandLine.RunAsync("unshare", ["--mount", "true"], TestContext.Current.CancellationToken);
        Assert.SkipUnless(probe.ExitCode == 0, "This user may not make a mount namespace.");
        await using var scene = await FaultScene.PrepareAsync(new FaultSettings { Adjust = GiveOwnNames });
        var address = new UriBuilder(scene.Relay.Address) { Host = Name }.Uri.GetLeftPart(UriPartial.Authority);
        scene.Connect(address);
        scene.Launch();
        await scene.PublishedAsync();
        var hosts = scene.Workplace.PathOf("hosts");

        await EpisodeRun.PlayAsync(scene, Episode.Of("VI0401", () => Forget(scene, hosts), () => Know(hosts)));
    }

    private static void GiveOwnNames(AgentWorkplace workplace)
    {
        Know(workplace.PathOf("hosts"));
        File.WriteAllText(workplace.PathOf("resolv.conf"), "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n");
        workplace.Launcher = ["unshare", "--mount", "sh", "-c", Script, workplace.PathOf("hosts"), workplace.PathOf("resolv.conf")];
    }

    private static void Know(string hosts) => File.WriteAllText(hosts, $"127.0.0.1 {Name}\n");

    private static void Forget(FaultScene scene, string hosts)
    {
        File.WriteAllText(hosts, string.Empty);
        scene.Relay.Reset();
    }
}
