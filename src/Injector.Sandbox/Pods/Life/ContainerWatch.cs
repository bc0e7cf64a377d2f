using Injector.Sandbox.Pods.Specification;

namespace Injector.Sandbox.Pods.Life;

/// <summary>Looks after one running attempt: post-start hook, startup probe, then readiness and liveness.</summary>
internal sealed class ContainerWatch(ContainerSpecification container, PodContext context, ContainerAttempt attempt)
{
    /// <summary>Runs until the attempt has ended.</summary>
    /// <param name="hooked">Told when the post-start hook is over.</param>
    /// <param name="ended">Cancelled when the program has ended.</param>
    /// <returns>A task that ends with the watch.</returns>
    public async Task RunAsync(Action hooked, CancellationToken ended)
    {
        try
        {
            if (!await RunHookAsync(ended) || !await PassesStartupAsync(hooked, ended))
            {
                return;
            }

            context.Board.Update(container.Name, status => status with { IsStarted = true, IsReady = container.Readiness is null });
            await Task.WhenAll(WatchReadinessAsync(ended), WatchLivenessAsync(ended));
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The program has ended; its life goes on elsewhere.
        }
        finally
        {
            hooked();
        }
    }

    private async Task<bool> RunHookAsync(CancellationToken ended)
    {
        if (container.PostStart is not { } hook)
        {
            return true;
        }

        var outcome = await context.Actions.RunAsync(hook, "postStart", Timeout.InfiniteTimeSpan, attempt, ended);
        ended.ThrowIfCancellationRequested();
        if (!outcome.IsGood)
        {
            context.Board.Report(container.Name, "FailedPostStartHook", "PostStartHook failed");
            await EndAsync(context.Pod.GracePeriod, "FailedPostStartHook");
        }

        return outcome.IsGood;
    }

    private async Task<bool> PassesStartupAsync(Action hooked, CancellationToken ended)
    {
        hooked();
        if (container.Startup is not { } probe)
        {
            return true;
        }

        var passed = false;
        await new ProbeLoop(probe, "Startup", container.Name, context).RunAsync(
            attempt,
            good =>
            {
                passed = good;
                return false;
            },
            ended);
        if (!passed)
        {
            await EndAsync(probe.GracePeriod ?? context.Pod.GracePeriod, "failed startup probe");
        }

        return passed;
    }

    private Task WatchReadinessAsync(CancellationToken ended) => container.Readiness is not { } probe
        ? Task.CompletedTask
        : new ProbeLoop(probe, "Readiness", container.Name, context).RunAsync(attempt, Ready, ended);

    private bool Ready(bool isReady)
    {
        if (context.Board.Current.Container(container.Name).IsReady != isReady)
        {
            context.Board.Update(container.Name, status => status with { IsReady = isReady && status.State is ContainerState.Running });
        }

        return true;
    }

    private async Task WatchLivenessAsync(CancellationToken ended)
    {
        if (container.Liveness is { } probe)
        {
            await new ProbeLoop(probe, "Liveness", container.Name, context).RunAsync(attempt, good => good, ended);
            await EndAsync(probe.GracePeriod ?? context.Pod.GracePeriod, "failed liveness probe");
        }
    }

    private Task EndAsync(TimeSpan grace, string why)
    {
        context.Board.Report(container.Name, "Killing", $"Container {container.Name} {why}, will be restarted");
        return attempt.EndAsync(grace, context.Actions, CancellationToken.None);
    }
}
