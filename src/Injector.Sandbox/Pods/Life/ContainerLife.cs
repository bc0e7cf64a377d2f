using System.Globalization;
using Injector.Sandbox.Pods.Environments;
using Injector.Sandbox.Pods.Specification;

namespace Injector.Sandbox.Pods.Life;

/// <summary>The life of one container: attempts, and the pauses between them.</summary>
internal sealed class ContainerLife(ContainerSpecification container, PodContext context, ContainerLauncher launcher) : IDisposable
{
    private readonly RestartBackOff _backOff = new(context.Time);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _hooked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ContainerAttempt? _attempt;
    private Task<int>? _run;
    private TimeSpan _grace;

    public string Name => container.Name;

    public ContainerAttempt? Attempt => _attempt;

    /// <summary>Completes when the first attempt's post-start hook is over: the kubelet starts the next container only then.</summary>
    public Task Hooked => _hooked.Task;

    /// <summary>Starts the container.</summary>
    /// <param name="policy">When it is started again.</param>
    /// <returns>Its last exit code, when it will not be started again.</returns>
    public Task<int> RunAsync(RestartPolicy policy) => _run ??= LiveAsync(policy);

    /// <summary>Ends the container and starts it no more.</summary>
    public async Task StopAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        // Before the token: an attempt that is just being launched ends itself, with its hook and in the same time.
        _grace = grace;
        await _stop.CancelAsync();
        if (_attempt is { } attempt)
        {
            context.Board.Report(Name, "Killing", $"Stopping container {Name}");
            await attempt.EndAsync(grace, context.Actions, cancellationToken);
        }

        if (_run is not null)
        {
            await _run;
        }
    }

    public void Dispose() => _stop.Dispose();

    private async Task<int> LiveAsync(RestartPolicy policy)
    {
        for (var attempt = 0; ; attempt++)
        {
            var end = await RunOnceAsync(attempt);
            _hooked.TrySetResult();
            if (_stop.IsCancellationRequested || end is null)
            {
                return end?.ExitCode ?? 0;
            }

            if (policy == RestartPolicy.Never || (policy == RestartPolicy.OnFailure && end.ExitCode == 0) || !await PauseAsync(end))
            {
                return end.ExitCode;
            }
        }
    }

    private async Task<bool> PauseAsync(ContainerState.Terminated end)
    {
        if (_backOff.Pause(end.FinishedAt) is { } pause && pause > TimeSpan.Zero)
        {
            var message = string.Create(CultureInfo.InvariantCulture,
                $"back-off {_backOff.Delay.TotalSeconds}s restarting failed container={Name} pod={context.Pod.Name}_{context.Pod.Namespace}({context.Pod.Uid})");
            var wait = WaitAsync(pause);
            context.Board.Report(Name, "BackOff", message);
            context.Board.Update(Name, status => status with { State = new ContainerState.Waiting("CrashLoopBackOff", message), LastState = end });
            if (!await wait)
            {
                context.Board.Update(Name, status => status with { State = end });
                return false;
            }
        }

        _backOff.Restarted();
        return true;
    }

    /// <summary>Waits unless the container is to end.</summary>
    private async Task<bool> WaitAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, context.Time, _stop.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<ContainerState.Terminated?> RunOnceAsync(int number)
    {
        try
        {
            if (await LaunchAsync(number) is not { } attempt)
            {
                return null;
            }

            await using (attempt)
            {
                return await FollowAsync(attempt, number);
            }
        }
        catch (ContainerStartException error)
        {
            var now = context.Time.GetUtcNow();
            context.Board.Report(Name, "Failed", $"Error: {error.Message}");
            return Ended(new ContainerState.Terminated(128, "StartError", error.Message, now, now), number);
        }
        finally
        {
            _attempt = null;
        }
    }

    private async Task<ContainerAttempt?> LaunchAsync(int number)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                return await launcher.LaunchAsync(container, number, CancellationToken.None);
            }
            catch (ContainerConfigException error)
            {
                context.Board.Report(Name, "Failed", $"Error: {error.Message}");
                context.Board.Update(Name, status => status with { State = new ContainerState.Waiting("CreateContainerConfigError", error.Message) });
                await WaitAsync(RestartBackOff.Initial);
            }
        }

        return null;
    }

    private async Task<ContainerState.Terminated> FollowAsync(ContainerAttempt attempt, int number)
    {
        var process = attempt.Process;
        _attempt = attempt;
        context.Board.Update(Name, status => status with
        {
            State = new ContainerState.Running(process.StartedAt),
            LastState = status.State as ContainerState.Terminated ?? status.LastState,
            ProcessId = process.ProcessId,
            RestartCount = number,
        });
        context.Board.Report(Name, "Started", $"Started container {Name}");
        using var ended = new CancellationTokenSource();
        var watch = new ContainerWatch(container, context, attempt).RunAsync(() => _hooked.TrySetResult(), ended.Token);
        if (_stop.IsCancellationRequested)
        {
            await attempt.EndAsync(_grace, context.Actions, CancellationToken.None);
        }

        var code = await process.Exited;
        await ended.CancelAsync();
        await watch;
        var reason = code == 0 ? "Completed" : "Error";
        return Ended(new ContainerState.Terminated(code, reason, Message(attempt, code), process.StartedAt, context.Time.GetUtcNow()), number);
    }

    private string Message(ContainerAttempt attempt, int code)
    {
        const int maxLines = 80;
        const int maxCharacters = 2048;
        var message = attempt.TerminationMessage();
        if (message.Length > 0 || code == 0 || !container.FallsBackToLogs)
        {
            return message;
        }

        var lines = context.Log.Of(Name).Where(line => line.Time >= attempt.Process.StartedAt).TakeLast(maxLines);
        var text = string.Join('\n', lines.Select(line => line.Text));
        return text.Length > maxCharacters ? text[^maxCharacters..] : text;
    }

    private ContainerState.Terminated Ended(ContainerState.Terminated end, int number)
    {
        context.Board.Update(Name, status => status with
        {
            State = end,
            LastState = number > 0 && status.State is ContainerState.Terminated previous ? previous : status.LastState,
            RestartCount = number,
            IsStarted = false,
            IsReady = false,
            ProcessId = null,
        });
        return end;
    }
}
