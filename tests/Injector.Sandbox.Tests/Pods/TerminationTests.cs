using Injector.Sandbox.Pods;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Sandbox.Tests.Pods;

public sealed class TerminationTests
{
    [Fact]
    public async Task Kills_WhoeverIgnoresSigtermAfterTheGracePeriod()
    {
        var time = new FakeTimeProvider();
        await using var pod = await new PodBench { Time = time }.StartAsync("""
            {"terminationGracePeriodSeconds": 7, "containers": [{"name": "c1", "command": ["/bin/sh", "-c", "trap 'echo ignored' TERM; echo up; while :; do sleep 0.05; done"]}]}
            """);
        await pod.Log.WaitForAsync(line => line.Text == "up", PodBench.Limit());

        var stop = pod.StopAsync(PodBench.Limit());
        await pod.Log.WaitForAsync(line => line.Text == "ignored", PodBench.Limit());
        Assert.Equal("Terminating", pod.Status.Summary);
        time.Advance(TimeSpan.FromSeconds(7));
        var status = await stop;

        Assert.Equal(137, Assert.IsType<ContainerState.Terminated>(status.Container("c1").State).ExitCode);
    }

    [Fact]
    public async Task Runs_PreStopBeforeSigterm()
    {
        await using var pod = await new PodBench().StartAsync("""
            {"containers": [{
              "name": "c1",
              "command": ["/bin/sh", "-c", "trap 'cat /tmp/hook; exit 0' TERM; echo up; while :; do sleep 0.05; done"],
              "lifecycle": {"preStop": {"exec": {"command": ["/bin/sh", "-c", "echo hook ran > /tmp/hook"]} } }
            }]}
            """);
        await pod.Log.WaitForAsync(line => line.Text == "up", PodBench.Limit());

        var status = await pod.StopAsync(PodBench.Limit());

        Assert.Equal(["up", "hook ran"], pod.Log.Of("c1").Select(line => line.Text));
        Assert.Equal(PodPhase.Succeeded, status.Phase);
    }

    [Fact]
    public async Task Shows_TheLogWhenThePolicyFallsBackToIt()
    {
        await using var pod = await new PodBench().StartAsync("""
            {"restartPolicy": "Never", "containers": [{"name": "c1", "terminationMessagePolicy": "FallbackToLogsOnError", "command": ["/bin/sh", "-c", "echo last words; exit 4"]}]}
            """);

        var status = await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Equal("last words", status.Container("c1").TerminationMessage);
    }

    [Fact]
    public async Task Cuts_LongTerminationMessages()
    {
        await using var pod = await new PodBench().StartAsync("""
            {"restartPolicy": "Never", "containers": [{"name": "c1", "terminationMessagePath": "/tmp/why", "command": ["/bin/sh", "-c", "head -c 5000 /dev/zero | tr '\\0' x > /tmp/why"]}]}
            """);

        var status = await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Equal(4096, status.Container("c1").TerminationMessage.Length);
    }
}
