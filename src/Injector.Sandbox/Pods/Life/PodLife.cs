using Injector.Sandbox.Pods.Specification;

namespace Injector.Sandbox.Pods.Life;

/// <summary>The order in which the kubelet starts and ends the containers of a pod.</summary>
internal sealed class PodLife(PodContext context, Func<ContainerSpecification, ContainerLife> create) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly List<ContainerLife> _sidecars = [];
    private readonly List<ContainerLife> _others = [];
    private Task _run = Task.CompletedTask;

    public void Start() => _run = RunAsync();

    /// <summary>Completes when the pod has ended; fails when the pod cannot be run here.</summary>
    public Task Completed => _run;

    public ContainerLife? Find(string name)
    {
        lock (_lock)
        {
            return _sidecars.Concat(_others).FirstOrDefault(life => life.Name == name);
        }
    }

    /// <summary>Deletes the pod: app containers end first, then the sidecars in reverse order, all within one grace period.</summary>
    public async Task StopAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        var started = context.Time.GetTimestamp();
        context.Board.Update(status => status with { IsTerminating = true });
        await _stop.CancelAsync();
        foreach (var life in Started(_others).Select(life => life.StopAsync(grace, cancellationToken)).ToList())
        {
            await life;
        }

        await _run;
        var left = grace - context.Time.GetElapsedTime(started);
        await EndSidecarsAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken);
        context.Board.Update(status => status.HasEnded ? status : status with { Phase = Outcome(status) });
    }

    public void Dispose()
    {
        foreach (var life in _others.Concat(_sidecars))
        {
            life.Dispose();
        }

        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            if (await InitialiseAsync())
            {
                await RunAppsAsync();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Deleted: StopAsync ends what was started.
        }
    }

    private async Task<bool> InitialiseAsync()
    {
        foreach (var container in context.Pod.InitContainers)
        {
            _stop.Token.ThrowIfCancellationRequested();
            if (container.Role == ContainerRole.Sidecar)
            {
                var run = Create(container, _sidecars).RunAsync(RestartPolicy.Always);
                var started = context.Board.WaitForAsync(status => status.Container(container.Name).IsStarted, _stop.Token);
                await await Task.WhenAny(started, run);
            }
            else if (await Create(container, _others).RunAsync(InitPolicy()) != 0 && !_stop.IsCancellationRequested)
            {
                await EndSidecarsAsync(context.Pod.GracePeriod, CancellationToken.None);
                context.Board.Update(status => status with { Phase = PodPhase.Failed });
                return false;
            }
        }

        _stop.Token.ThrowIfCancellationRequested();
        return true;
    }

    private async Task RunAppsAsync()
    {
        var runs = new List<Task<int>>();
        foreach (var container in context.Pod.Containers)
        {
            var life = Create(container, _others);
            var run = life.RunAsync(context.Pod.RestartPolicy);
            runs.Add(run);
            await Task.WhenAny(life.Hooked, run).WaitAsync(_stop.Token);
        }

        context.Board.Update(status => status with { Phase = PodPhase.Running });
        await Task.WhenAll(runs);
        if (!_stop.IsCancellationRequested)
        {
            await EndSidecarsAsync(context.Pod.GracePeriod, CancellationToken.None);
            context.Board.Update(status => status with { Phase = Outcome(status) });
        }
    }

    private async Task EndSidecarsAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        foreach (var life in Started(_sidecars).Reverse())
        {
            await life.StopAsync(grace, cancellationToken);
        }
    }

    private ContainerLife Create(ContainerSpecification container, List<ContainerLife> list)
    {
        var life = create(container);
        lock (_lock)
        {
            list.Add(life);
        }

        return life;
    }

    private IReadOnlyList<ContainerLife> Started(List<ContainerLife> list)
    {
        lock (_lock)
        {
            return [.. list];
        }
    }

    private RestartPolicy InitPolicy() => context.Pod.RestartPolicy == RestartPolicy.Never ? RestartPolicy.Never : RestartPolicy.OnFailure;

    private static PodPhase Outcome(PodStatus status) =>
        status.Containers.All(container => container.State is ContainerState.Terminated { ExitCode: 0 }) ? PodPhase.Succeeded : PodPhase.Failed;
}
