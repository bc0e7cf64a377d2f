using Injector.Sandbox.Pods;

namespace Injector.Sandbox.Tests.Pods;

public sealed class SidecarTests
{
    private const string Beside = "trap 'echo gone; exit 0' TERM; echo up; while :; do sleep 0.05; done";

    [Fact]
    public async Task Starts_TheAppWhenThePostStartHookOfTheSidecarIsOver()
    {
        await using var pod = await new PodBench().StartAsync($$"""
            {
              "restartPolicy": "Never",
              "volumes": [{"name": "m", "emptyDir": {} }],
              "initContainers": [{
                "name": "c0", "restartPolicy": "Always", "command": ["/bin/sh", "-c", "echo ready > /m/file; {{Beside}}"],
                "lifecycle": {"postStart": {"exec": {"command": ["/bin/sh", "-c", "until test -e /m/file; do sleep 0.01; done; echo hooked >> /m/file"]} } },
                "volumeMounts": [{"name": "m", "mountPath": "/m"}]
              }],
              "containers": [{"name": "c1", "command": ["cat", "/m/file"], "volumeMounts": [{"name": "m", "mountPath": "/m"}]}]
            }
            """);

        var status = await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Equal(["ready", "hooked"], pod.Log.Of("c1").Select(line => line.Text));
        Assert.Equal((PodPhase.Succeeded, "Completed"), (status.Phase, status.Summary));
        Assert.Equal(["up", "gone"], pod.Log.Of("c0").Select(line => line.Text));
    }

    [Fact]
    public async Task Ends_SidecarsAfterTheAppInReverseOrder()
    {
        await using var pod = await new PodBench().StartAsync($$"""
            {
              "initContainers": [
                {"name": "c0", "restartPolicy": "Always", "command": ["/bin/sh", "-c", "{{Beside}}"]},
                {"name": "c1", "restartPolicy": "Always", "command": ["/bin/sh", "-c", "{{Beside}}"]}
              ],
              "containers": [{"name": "c2", "command": ["/bin/sh", "-c", "{{Beside}}"]}]
            }
            """);
        foreach (var name in new[] { "c0", "c1", "c2" })
        {
            await pod.Log.WaitForAsync(line => line.Container == name && line.Text == "up", PodBench.Limit());
        }

        await pod.StopAsync(PodBench.Limit());

        Assert.Equal(["c2", "c1", "c0"], pod.Log.Lines.Where(line => line.Text == "gone").Select(line => line.Container));
    }

    [Fact]
    public async Task Restarts_SidecarsThatEnd()
    {
        await using var pod = await new PodBench().StartAsync($$"""
            {
              "restartPolicy": "Never",
              "volumes": [{"name": "m", "emptyDir": {} }],
              "initContainers": [{
                "name": "c0", "restartPolicy": "Always", "volumeMounts": [{"name": "m", "mountPath": "/m"}],
                "command": ["/bin/sh", "-c", "test -e /m/once && { {{Beside}}; }; touch /m/once; exit 1"],
                "startupProbe": {"exec": {"command": ["test", "-e", "/m/once"]}, "periodSeconds": 1, "timeoutSeconds": 30}
              }],
              "containers": [{"name": "c1", "command": ["/bin/sh", "-c", "{{Beside}}"]}]
            }
            """);

        var status = await pod.WaitForAsync(now => now.Container("c0").RestartCount == 1 && now.IsReady, PodBench.Limit());

        Assert.Equal(1, status.Container("c0").LastState?.ExitCode);
        Assert.Equal("Running", status.Summary);
    }

    [Fact]
    public async Task Kills_ContainersWhosePostStartHookFails()
    {
        await using var pod = await new PodBench().StartAsync($$"""
            {"restartPolicy": "Never", "containers": [{"name": "c1", "command": ["/bin/sh", "-c", "{{Beside}}"], "lifecycle": {"postStart": {"exec": {"command": ["false"]} } } }]}
            """);

        await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Contains(pod.Events, one => one is { Reason: "FailedPostStartHook", Container: "c1" });
    }
}
