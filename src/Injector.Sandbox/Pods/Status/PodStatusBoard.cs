using Injector.Sandbox.Pods.Specification;

namespace Injector.Sandbox.Pods;

/// <summary>Holds the current status of a pod; every change replaces it as a whole and wakes those who wait for it.</summary>
internal sealed class PodStatusBoard(PodSpecification pod, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<PodEvent> _events = [];
    private PodStatus _current = Initial(pod);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PodStatus Current
    {
        get
        {
            lock (_lock)
            {
                return _current;
            }
        }
    }

    public IReadOnlyList<PodEvent> Events
    {
        get
        {
            lock (_lock)
            {
                return [.. _events];
            }
        }
    }

    public void Update(Func<PodStatus, PodStatus> change)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            _current = change(_current);
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }

    public void Update(string container, Func<ContainerStatus, ContainerStatus> change) => Update(status => status with
    {
        InitContainers = [.. status.InitContainers.Select(one => one.Name == container ? change(one) : one)],
        Containers = [.. status.Containers.Select(one => one.Name == container ? change(one) : one)],
    });

    public void Report(string container, string reason, string message)
    {
        lock (_lock)
        {
            _events.Add(new PodEvent(time.GetUtcNow(), container, reason, message));
        }

        Update(status => status);
    }

    public async Task<PodStatus> WaitForAsync(Func<PodStatus, bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (condition(_current))
                {
                    return _current;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private static PodStatus Initial(PodSpecification pod) => new()
    {
        Phase = PodPhase.Pending,
        InitContainers = [.. pod.InitContainers.Select(container => Waiting(container, "PodInitializing"))],
        Containers = [.. pod.Containers.Select(container => Waiting(container, pod.InitContainers.Count > 0 ? "PodInitializing" : "ContainerCreating"))],
    };

    private static ContainerStatus Waiting(ContainerSpecification container, string reason) => new()
    {
        Name = container.Name,
        Role = container.Role,
        State = new ContainerState.Waiting(reason, string.Empty),
    };
}
