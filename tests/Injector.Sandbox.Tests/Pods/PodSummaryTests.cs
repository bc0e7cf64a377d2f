using Injector.Sandbox.Pods;

namespace Injector.Sandbox.Tests.Pods;

public sealed class PodSummaryTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Counts_InitContainersThatAreDone()
    {
        var status = Status(PodPhase.Pending, [Init(Ended(0)), Init(new ContainerState.Running(Now))], [App(new ContainerState.Waiting("PodInitializing", string.Empty))]);

        Assert.Equal("Init:1/2", status.Summary);
    }

    [Fact]
    public void Shows_TheReasonOfAnInitContainer()
    {
        Assert.Equal("Init:Error", Status(PodPhase.Pending, [Init(Ended(1))], [App(new ContainerState.Waiting("PodInitializing", string.Empty))]).Summary);
        Assert.Equal("Init:CrashLoopBackOff", Status(PodPhase.Pending, [Init(new ContainerState.Waiting("CrashLoopBackOff", string.Empty))], [App(Ended(0))]).Summary);
    }

    [Fact]
    public void Waits_ForTheStartOfASidecar()
    {
        var sidecar = Init(new ContainerState.Running(Now)) with { Role = ContainerRole.Sidecar };

        Assert.Equal("Init:0/1", Status(PodPhase.Pending, [sidecar], [App(new ContainerState.Waiting("PodInitializing", string.Empty))]).Summary);
        Assert.Equal("Running", Status(PodPhase.Running, [sidecar with { IsStarted = true, IsReady = true }], [App(new ContainerState.Running(Now)) with { IsReady = true }]).Summary);
    }

    [Fact]
    public void Says_NotReadyWhenOneOfTwoContainersIsDone() =>
        Assert.Equal("NotReady", Status(PodPhase.Running, [], [App(Ended(0)), App(new ContainerState.Running(Now)) with { IsReady = true }]).Summary);

    [Fact]
    public void Says_TerminatingUntilThePodHasEnded()
    {
        var status = Status(PodPhase.Running, [], [App(new ContainerState.Running(Now))]) with { IsTerminating = true };

        Assert.Equal("Terminating", status.Summary);
        Assert.Equal("Completed", (status with { Phase = PodPhase.Succeeded, Containers = [App(Ended(0))] }).Summary);
    }

    private static PodStatus Status(PodPhase phase, IReadOnlyList<ContainerStatus> init, IReadOnlyList<ContainerStatus> apps) =>
        new() { Phase = phase, InitContainers = init, Containers = apps };

    private static ContainerStatus Init(ContainerState state) => new() { Name = "init", Role = ContainerRole.Init, State = state };

    private static ContainerStatus App(ContainerState state) => new() { Name = "app", Role = ContainerRole.App, State = state };

    private static ContainerState.Terminated Ended(int code) => new(code, code == 0 ? "Completed" : "Error", string.Empty, Now, Now);
}
