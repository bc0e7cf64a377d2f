using Injector.Sandbox.Pods;

namespace Injector.Sandbox.Tests.Pods;

public sealed class SecurityTests
{
    [Fact]
    public async Task Runs_AsTheUserAndGroupsOfTheSecurityContext()
    {
        PodBench.NeedsNamespaces();
        await using var pod = await new PodBench().StartAsync("""
            {
              "restartPolicy": "Never",
              "securityContext": {"runAsUser": 10001, "runAsGroup": 3000, "fsGroup": 2000, "supplementalGroups": [4000]},
              "volumes": [{"name": "m", "emptyDir": {"medium": "Memory"} }],
              "containers": [{
                "name": "c1", "command": ["/bin/sh", "-c", "id -u; id -g; id -G; stat -c '%a %g' /m; grep NoNewPrivs /proc/self/status | tr -d '\t'; grep CapEff /proc/self/status | tr -d '\t'"],
                "securityContext": {"allowPrivilegeEscalation": false},
                "volumeMounts": [{"name": "m", "mountPath": "/m"}]
              }]
            }
            """);

        await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Equal(
            ["10001", "3000", "3000 2000 4000", "2777 2000", "NoNewPrivs:1", "CapEff:0000000000000000"],
            pod.Log.Of("c1").Select(line => line.Text));
    }

    [Fact]
    public async Task Keeps_ReadOnlyRootsReadOnly()
    {
        PodBench.NeedsNamespaces();
        await using var pod = await new PodBench().StartAsync("""
            {
              "restartPolicy": "Never",
              "containers": [
                {"name": "c1", "command": ["/bin/sh", "-c", "! touch /tmp/x /x"], "securityContext": {"readOnlyRootFilesystem": true} },
                {"name": "c2", "command": ["/bin/sh", "-c", "touch /tmp/x /x && ! touch /usr/x"]}
              ]
            }
            """);

        var status = await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Equal(PodPhase.Succeeded, status.Phase);
    }

    [Fact]
    public async Task Shows_AnEmptyImageNothingOfThisMachine()
    {
        PodBench.NeedsNamespaces();
        var bench = new PodBench
        {
            Images = new Dictionary<string, LocalImage>
            {
                ["host"] = new() { Files = Linked("/bin/ls"), Entrypoint = ["/bin/ls"], Command = ["/"] },
            },
        };
        await using var pod = await bench.StartAsync("""{"restartPolicy": "Never", "containers": [{"name": "c1"}]}""");

        await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.DoesNotContain(pod.Log.Of("c1"), line => line.Text is "usr" or "opt" or "srv" or "sys");
        Assert.Contains(pod.Log.Of("c1"), line => line.Text == "proc");
    }

    [Fact]
    public async Task Gives_EveryContainerProcessNumbersOfItsOwn()
    {
        PodBench.NeedsNamespaces();
        await using var pod = await new PodBench().StartAsync("""
            {"restartPolicy": "Never", "containers": [{"name": "c1", "command": ["/bin/sh", "-c", "echo $$$$"]}]}
            """);

        await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Equal("1", Assert.Single(pod.Log.Of("c1")).Text);
    }

    /// <summary>A program with the libraries it is linked to.</summary>
    private static Dictionary<string, string> Linked(string program) => new[] { program, "/lib", "/lib64" }
        .Where(Path.Exists)
        .ToDictionary(path => path, path => path);
}
