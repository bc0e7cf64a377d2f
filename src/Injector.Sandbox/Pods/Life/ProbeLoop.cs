using Injector.Sandbox.Pods.Specification;

namespace Injector.Sandbox.Pods.Life;

/// <summary>Repeats a probe and tells when its verdict changes.</summary>
internal sealed class ProbeLoop(ProbeSpecification probe, string name, string container, PodContext context)
{
    /// <summary>Runs until it is cancelled or until the listener has heard enough.</summary>
    /// <param name="attempt">The running container.</param>
    /// <param name="listen">Told true or false when a threshold was reached; answers whether to go on.</param>
    /// <param name="cancellationToken">Ends the loop.</param>
    /// <returns>A task that ends with the loop.</returns>
    public async Task RunAsync(ContainerAttempt attempt, Func<bool, bool> listen, CancellationToken cancellationToken)
    {
        if (probe.InitialDelay > TimeSpan.Zero)
        {
            await Task.Delay(probe.InitialDelay, context.Time, cancellationToken);
        }

        for (var (good, bad) = (0, 0); ;)
        {
            var outcome = await context.Actions.RunAsync(probe.Action, "probe", probe.Timeout, attempt, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            (good, bad) = outcome.IsGood ? (good + 1, 0) : (0, bad + 1);
            if (!outcome.IsGood)
            {
                context.Board.Report(container, "Unhealthy", $"{name} probe failed: {outcome.Message}");
            }

            if ((good >= probe.SuccessThreshold || bad >= probe.FailureThreshold) && !listen(outcome.IsGood))
            {
                return;
            }

            await Task.Delay(probe.Period, context.Time, cancellationToken);
        }
    }
}
