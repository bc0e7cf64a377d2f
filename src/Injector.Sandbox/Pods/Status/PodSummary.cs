using System.Globalization;

namespace Injector.Sandbox.Pods;

/// <summary>Chooses the word for the STATUS column by the rules of <c>kubectl get pod</c>.</summary>
internal static class PodSummary
{
    public static string Of(PodStatus status)
    {
        var word = Initialising(status) ?? Started(status);
        return status.IsTerminating && !status.HasEnded ? "Terminating" : word;
    }

    private static string? Initialising(PodStatus status)
    {
        for (var index = 0; index < status.InitContainers.Count; index++)
        {
            var container = status.InitContainers[index];
            switch (container.State)
            {
                case ContainerState.Terminated { ExitCode: 0 }:
                case ContainerState.Running when container is { Role: ContainerRole.Sidecar, IsStarted: true }:
                // A pod that has ended keeps no sidecar, whatever its exit code was.
                case ContainerState.Terminated when container.Role == ContainerRole.Sidecar && (status.HasEnded || status.Phase == PodPhase.Running):
                    continue;
                case ContainerState.Terminated terminated:
                    return $"Init:{terminated.Reason}";
                case ContainerState.Waiting { Reason: not "PodInitializing" } waiting:
                    return $"Init:{waiting.Reason}";
                default:
                    return string.Create(CultureInfo.InvariantCulture, $"Init:{index}/{status.InitContainers.Count}");
            }
        }

        return null;
    }

    private static string Started(PodStatus status)
    {
        var word = status.Phase.ToString();
        var runs = false;
        foreach (var container in status.Containers.Reverse())
        {
            switch (container.State)
            {
                case ContainerState.Waiting waiting:
                    word = waiting.Reason;
                    break;
                case ContainerState.Terminated terminated:
                    word = terminated.Reason;
                    break;
                case ContainerState.Running when container.IsReady:
                    runs = true;
                    break;
                default:
                    break;
            }
        }

        return (word, runs) switch
        {
            ("Completed", true) => status.IsReady ? "Running" : "NotReady",
            _ => word,
        };
    }
}
