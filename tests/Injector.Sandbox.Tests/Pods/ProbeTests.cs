using System.Net;
using System.Net.Sockets;
using Injector.Sandbox.Pods;

namespace Injector.Sandbox.Tests.Pods;

public sealed class ProbeTests
{
    [Fact]
    public async Task Is_ReadyOnlyWhileTheReadinessProbePasses()
    {
        await using var pod = await new PodBench().StartAsync("""
            {
              "volumes": [{"name": "m", "emptyDir": {} }],
              "containers": [{
                "name": "c1", "command": ["sleep", "1000"], "volumeMounts": [{"name": "m", "mountPath": "/m"}],
                "readinessProbe": {"exec": {"command": ["test", "-e", "/m/ready"]}, "periodSeconds": 1, "timeoutSeconds": 30, "failureThreshold": 1}
              }]
            }
            """);
        await pod.WaitForAsync(now => now.Container("c1").IsStarted, PodBench.Limit());
        Assert.False(pod.Status.IsReady);

        await pod.ExecuteAsync("c1", ["touch", "/m/ready"], PodBench.Limit());
        await pod.WaitUntilReadyAsync(PodBench.Limit());
        await pod.ExecuteAsync("c1", ["rm", "/m/ready"], PodBench.Limit());
        await pod.WaitForAsync(now => !now.IsReady, PodBench.Limit());

        Assert.Contains(pod.Events, one => one is { Reason: "Unhealthy", Container: "c1" });
    }

    [Fact]
    public async Task Restarts_ContainersThatAreNoLongerAlive()
    {
        await using var pod = await new PodBench().StartAsync("""
            {
              "terminationGracePeriodSeconds": 1,
              "containers": [{
                "name": "c1", "command": ["/bin/sh", "-c", "touch /tmp/alive; exec tail -f /dev/null"],
                "livenessProbe": {"exec": {"command": ["/bin/sh", "-c", "echo no pulse; test -e /tmp/alive"]}, "periodSeconds": 1, "timeoutSeconds": 30, "failureThreshold": 1},
                "startupProbe": {"exec": {"command": ["test", "-e", "/tmp/alive"]}, "periodSeconds": 1, "timeoutSeconds": 30}
              }]
            }
            """);
        await pod.WaitUntilReadyAsync(PodBench.Limit());

        await pod.ExecuteAsync("c1", ["rm", "/tmp/alive"], PodBench.Limit());
        await pod.WaitForAsync(now => now.Container("c1").RestartCount == 1 && now.IsReady, PodBench.Limit());

        Assert.Contains(pod.Events, one => one is { Reason: "Unhealthy", Message: "Liveness probe failed: no pulse" });
    }

    [Fact]
    public async Task Asks_OverTcp()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using var pod = await new PodBench().StartAsync($$"""
            {"containers": [{"name": "c1", "command": ["sleep", "1000"], "ports": [{"name": "db", "containerPort": {{port}} }], "readinessProbe": {"tcpSocket": {"port": "db"}, "periodSeconds": 1, "timeoutSeconds": 30} }]}
            """);

        var status = await pod.WaitUntilReadyAsync(PodBench.Limit());

        Assert.True(status.IsReady);
    }
}
