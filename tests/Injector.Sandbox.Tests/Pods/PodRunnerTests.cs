using Injector.Sandbox.Pods;

namespace Injector.Sandbox.Tests.Pods;

public sealed class PodRunnerTests
{
    [Fact]
    public async Task Runs_InitContainersInOrderBeforeTheApp()
    {
        await using var pod = await new PodBench().StartAsync("""
            {
              "restartPolicy": "Never",
              "volumes": [{"name": "shared", "emptyDir": {"medium": "Memory", "sizeLimit": "1Mi"}}],
              "initContainers": [
                {"name": "c1", "command": ["/bin/sh", "-c", "echo one >> /shared/order"], "volumeMounts": [{"name": "shared", "mountPath": "/shared"}]},
                {"name": "c2", "command": ["/bin/sh", "-c", "echo two >> /shared/order"], "volumeMounts": [{"name": "shared", "mountPath": "/shared"}]}
              ],
              "containers": [{"name": "c3", "command": ["cat", "/shared/order"], "volumeMounts": [{"name": "shared", "mountPath": "/shared"}]}]
            }
            """);

        var status = await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Equal(PodPhase.Succeeded, status.Phase);
        Assert.Equal("Completed", status.Summary);
        Assert.Equal(["one", "two"], pod.Log.Of("c3").Select(line => line.Text));
    }
}
