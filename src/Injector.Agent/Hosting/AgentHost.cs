using Injector.Agent.Configuring;
using Injector.Agent.Local;
using Injector.Agent.Logging;
using Injector.Agent.Platform;
using Injector.Contracts.Agent;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Logging;
using Injector.Rendering.Supervision;

namespace Injector.Agent.Hosting;

/// <summary>One run of the agent: prepares the process, puts the parts together, waits for the first reason to end, ends everything in order.</summary>
internal sealed class AgentHost(AgentSettings settings, EventLogWriter log)
{
    private const string Source = "host";

    // The kubelet's patience is longer; ours is bounded so that a stuck request cannot hold the pod.
    private static readonly TimeSpan EndLimit = TimeSpan.FromMilliseconds(700);

    // A supervised process gets its own time to end, and is killed after it.
    private static readonly TimeSpan EndLimitWithProcess = SupervisedProgram.StopGrace + TimeSpan.FromSeconds(1);

    private readonly PartTools _tools = new(log, TimeProvider.System, new JitterSource().Next);

    public async Task<AgentOutcome> RunAsync()
    {
        var (pid, fault) = PidFile.Write(settings.Configuration.PidFile);
        if (fault is not null || pid is null)
        {
            return fault is null ? AgentOutcome.Done : AgentOutcome.Failed(ExitCodes.Failure, fault);
        }

        using (pid)
        using (var shutdown = Shutdown.Listen(Reload))
        {
            return settings.Configuration.AutoAuth is { } login ? await RunAsync(login, shutdown) : await RunListenersAsync(shutdown);
        }
    }

    private async Task<AgentOutcome> RunAsync(AutoAuth login, Shutdown shutdown)
    {
        var (parts, outcome) = AgentParts.Create(settings, login, _tools);
        if (parts is null)
        {
            return outcome;
        }

        using (parts)
        {
            var (listeners, refusal) = Listeners.Open(settings, parts.State, shutdown, parts.Proxy, _tools);
            using (listeners)
            {
                return refusal ?? await RunAsync(parts, listeners, shutdown);
            }
        }
    }

    private async Task<AgentOutcome> RunAsync(AgentParts parts, Listeners listeners, Shutdown shutdown)
    {
        using var stop = new CancellationTokenSource();
        List<Task<AgentOutcome>> running = [.. parts.Start(stop.Token), listeners.RunAsync(stop.Token)];
        var request = WaitForRequestAsync(parts.State, shutdown.Requested);
        var outcome = await await Task.WhenAny([request, parts.Gate, .. running]);
        if (shutdown.Requested.IsCancellationRequested)
        {
            log.Write(EventLevel.Info, Source, "agent was asked to end");
            await parts.RevokeAsync();
        }

        // An init container that has done its work ends at once: taking every loop down would take longer than publishing a file.
        if (settings.Configuration.ExitAfterAuth && outcome == AgentOutcome.Done)
        {
            return outcome;
        }

        await stop.CancelAsync();
        await Task.WhenAny(Task.WhenAll(running), Task.Delay(settings.Configuration.Exec is null ? EndLimit : EndLimitWithProcess, _tools.Time, CancellationToken.None));
        return outcome;
    }

    private async Task<AgentOutcome> RunListenersAsync(Shutdown shutdown)
    {
        var state = new AgentState(null, () => null, Task.CompletedTask, settings.Connection.Address, _tools.Time);
        using var door = new VaultDoor(settings.Connection, _tools);
        var proxy = new ApiProxy(door.Transport, settings.Connection, () => null, ProxyToken.Callers, _tools.Time);
        var (listeners, refusal) = Listeners.Open(settings, state, shutdown, proxy, _tools);
        using (listeners)
        {
            if (refusal is not null)
            {
                return refusal;
            }

            using var stop = new CancellationTokenSource();
            await Task.WhenAny(listeners.RunAsync(stop.Token), WaitForRequestAsync(state, shutdown.Requested));
            await stop.CancelAsync();
            return AgentOutcome.Done;
        }
    }

    private static async Task<AgentOutcome> WaitForRequestAsync(AgentState state, CancellationToken requested)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, requested).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return state.IsReady || state.LastFault is not { } fault
            ? AgentOutcome.Done
            : new AgentOutcome(ExitCodes.Success, Catalogue.Agent.EndedBeforeReady.For(fault.Subject, $"{fault.Code} {fault.Message.TrimEnd('.')}"));
    }

    // As in the reference only the log level changes; a bad configuration is reported and ignored.
    private void Reload()
    {
        var (result, faults) = ConfigurationSources.Load(settings.CommandLine.Configurations, settings.Environment);
        foreach (var fault in result is null ? faults : result.Diagnostics)
        {
            log.Write(EventLevel.Warn, Source, "configuration is not as it should be", new EventField("code", fault.Code), new EventField("error", fault.Message));
        }

        if (result is { HasErrors: false } && LogFactory.LevelOf(settings.CommandLine, result.Configuration, settings.Environment) is { } level)
        {
            log.Level = level;
            log.Write(EventLevel.Info, Source, "configuration reloaded");
        }
    }
}
