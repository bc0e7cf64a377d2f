using Injector.Sandbox.Pods;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Sandbox.Tests.Pods;

public sealed class RestartTests
{
    [Fact]
    public async Task Paces_RestartsAsTheKubeletDoes()
    {
        var time = new FakeTimeProvider();
        await using var pod = await new PodBench { Time = time }.StartAsync("""
            {"containers": [{"name": "c1", "command": ["/bin/sh", "-c", "echo oops > /dev/termination-log; exit 3"]}]}
            """);

        foreach (var (restarts, seconds) in new[] { (1, 10), (2, 20), (3, 40), (4, 80), (5, 160), (6, 300), (7, 300) })
        {
            var status = (await pod.WaitForAsync(now => now.Summary == "CrashLoopBackOff" && now.Container("c1").RestartCount == restarts, PodBench.Limit())).Container("c1");

            Assert.StartsWith($"back-off {seconds}s restarting failed container=c1", Assert.IsType<ContainerState.Waiting>(status.State).Message, StringComparison.Ordinal);
            Assert.Equal((3, "Error", "oops\n"), (status.LastState?.ExitCode, status.LastState?.Reason, status.LastState?.Message));
            time.Advance(TimeSpan.FromSeconds(seconds));
        }
    }

    [Fact]
    public async Task Fails_ThePodWhenAnInitContainerFailsAndNothingIsRestarted()
    {
        await using var pod = await new PodBench().StartAsync("""
            {
              "restartPolicy": "Never",
              "initContainers": [{"name": "c0", "command": ["/bin/sh", "-c", "echo no such secret > /dev/termination-log; exit 66"]}],
              "containers": [{"name": "c1", "command": ["true"]}]
            }
            """);

        var status = await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Equal(("Init:Error", PodPhase.Failed), (status.Summary, status.Phase));
        Assert.Equal("no such secret\n", status.Container("c0").TerminationMessage);
        Assert.IsType<ContainerState.Waiting>(status.Container("c1").State);
    }

    [Fact]
    public async Task Shows_InitContainersThatKeepFailing()
    {
        await using var pod = await new PodBench { Time = new FakeTimeProvider() }.StartAsync("""
            {"initContainers": [{"name": "c0", "command": ["false"]}], "containers": [{"name": "c1", "command": ["true"]}]}
            """);

        var status = await pod.WaitForAsync(now => now.Summary == "Init:CrashLoopBackOff", PodBench.Limit());

        Assert.Equal(PodPhase.Pending, status.Phase);
    }

    [Fact]
    public async Task Completes_JobsThatSucceedOnTheSecondAttempt()
    {
        await using var pod = await new PodBench().StartAsync("""
            {
              "restartPolicy": "OnFailure",
              "volumes": [{"name": "m", "emptyDir": {} }],
              "containers": [{"name": "c1", "command": ["/bin/sh", "-c", "test -e /m/again || { touch /m/again; exit 1; }"], "volumeMounts": [{"name": "m", "mountPath": "/m"}]}]
            }
            """);

        var status = await pod.WaitUntilEndedAsync(PodBench.Limit());

        Assert.Equal((PodPhase.Succeeded, 1), (status.Phase, status.Container("c1").RestartCount));
    }

    [Fact]
    public async Task Ends_ContainersWithoutProgramWithStartError()
    {
        await using var pod = await new PodBench().StartAsync("""{"restartPolicy": "Never", "containers": [{"name": "c1", "command": ["no-such-program"]}]}""");

        var status = await pod.WaitUntilEndedAsync(PodBench.Limit());

        var end = Assert.IsType<ContainerState.Terminated>(status.Container("c1").State);
        Assert.Equal((128, "StartError"), (end.ExitCode, end.Reason));
    }
}
