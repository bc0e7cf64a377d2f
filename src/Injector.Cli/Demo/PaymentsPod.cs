using System.Globalization;
using Injector.Contracts.Pods;
using Injector.Sandbox.Pods;
using Injector.Sandbox.Scenarios;

namespace Injector.Cli.Demo;

/// <summary>The running pod of the example Deployment, as its owner looks at it.</summary>
internal sealed class PaymentsPod(RunningPod pod, DemoConsole console, TimeProvider time)
{
    private const string App = "web";
    private static readonly string[] Files = ["database.env", "partner", "tls.crt", "tls.key"];

    /// <summary>Waits until the pod is ready and shows each rendered file.</summary>
    /// <param name="patience">How long that may take.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>From the agent's start to the last file.</returns>
    public async Task<TimeSpan> ShowFilesAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var status = await ReadyAsync(patience, cancellationToken);
        var published = await PublishedAtAsync(cancellationToken) - AgentStart(status);
        console.Good($"The pod is {status.Summary} and ready ({pod.Isolation}); the files were there {published.TotalMilliseconds:F0} ms after the agent's start.");
        foreach (var file in Files)
        {
            await ShowFileAsync(file, cancellationToken);
        }

        return published;
    }

    /// <summary>Writes a new password and waits until the app's file has it.</summary>
    /// <param name="scenario">Writes the password.</param>
    /// <param name="patience">How long the file may take.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>From the write to the change.</returns>
    public async Task<TimeSpan> RotateAsync(PaymentsScenario scenario, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        await scenario.RotateDatabasePasswordAsync("second-p4ssword", stop.Token);
        var written = time.GetUtcNow();
        var line = await console.WaitAsync("waiting until the agent reads the secret again", () => pod.Log.WaitForAsync(
            line => line.Container == App && line.Text.Contains("database.env changed", StringComparison.Ordinal), stop.Token));
        var content = await RunAsync(["/bin/cat", $"{PodPaths.Secrets}/database.env"], stop.Token);
        if (!content.Contains("DB_PASSWORD=second-p4ssword", StringComparison.Ordinal))
        {
            throw new DemoFailure("The app saw a change, but database.env does not hold the new password.");
        }

        var elapsed = line.Time - written;
        console.Good($"database.env changed {elapsed.TotalMilliseconds:F0} ms after the write (interval of this pod: 2 s). The app saw it: {line.Text}");
        console.Block(content);
        return elapsed;
    }

    /// <summary>Reads the running agent's resident memory.</summary>
    /// <returns>Bytes.</returns>
    public long AgentMemory()
    {
        var id = pod.ProcessId(ContainerNames.Sidecar) ?? throw new DemoFailure("The agent does not run.");
        var line = File.ReadLines($"/proc/{id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.AsSpan(6).TrimEnd("kB ").Trim(), CultureInfo.InvariantCulture);
    }

    /// <summary>Deletes the pod.</summary>
    /// <param name="cancellationToken">Ends the grace period early.</param>
    /// <returns>How long the containers took to end.</returns>
    public async Task<TimeSpan> StopAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var status = await pod.StopAsync(cancellationToken);
        var elapsed = time.GetElapsedTime(started);
        var agent = status.Container(ContainerNames.Sidecar).State as ContainerState.Terminated
            ?? throw new DemoFailure("The agent was asked to end and did not.");
        if (agent.ExitCode != 0)
        {
            throw new DemoFailure($"The agent ended with {agent.ExitCode} when it was asked to stop: {agent.Message}");
        }

        console.Good($"The agent ended with 0, {elapsed.TotalMilliseconds:F0} ms after the pod was deleted.");
        return elapsed;
    }

    private static DateTimeOffset AgentStart(PodStatus status)
    {
        var first = status.AllContainers.First(container => container.Name is ContainerNames.Init or ContainerNames.Sidecar);
        return first.State switch
        {
            ContainerState.Terminated terminated => terminated.StartedAt,
            ContainerState.Running running => running.StartedAt,
            _ => throw new DemoFailure($"The agent's container '{first.Name}' has not started."),
        };
    }

    /// <summary>When the last file, or the link that swaps all of them, came to its place.</summary>
    private async Task<DateTimeOffset> PublishedAtAsync(CancellationToken cancellationToken)
    {
        string[] entries = ["..data", .. Files];
        var result = await pod.ExecuteAsync(App, ["/usr/bin/stat", "-c", "%.6Z", .. entries.Select(entry => $"{PodPaths.Secrets}/{entry}")], cancellationToken);
        var seconds = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Max(line => decimal.Parse(line, CultureInfo.InvariantCulture));
        return DateTimeOffset.UnixEpoch.AddMicroseconds((double)(seconds * 1_000_000));
    }

    private async Task<PodStatus> ReadyAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            // A container in its back-off has failed twice: waiting longer would not help.
            var status = await console.WaitAsync("waiting until the pod is ready", () => pod.WaitForAsync(
                now => now.IsReady || now.HasEnded || now.AllContainers.Any(container => container.State is ContainerState.Waiting { Reason: "CrashLoopBackOff" }),
                stop.Token));
            return status.IsReady ? status : throw NotReady();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw NotReady();
        }
    }

    private DemoFailure NotReady()
    {
        var messages = pod.Status.AllContainers.Where(container => container.TerminationMessage.Length > 0)
            .Select(container => $"{container.Name} ended with: {container.TerminationMessage}");
        var log = pod.Log.Lines.TakeLast(12).Select(line => $"{line.Container}: {line.Text}");
        return new DemoFailure($"The pod is '{pod.Status.Summary}' and not ready.\n{string.Join('\n', messages.Concat(log))}");
    }

    private async Task ShowFileAsync(string file, CancellationToken cancellationToken)
    {
        var path = $"{PodPaths.Secrets}/{file}";
        var facts = await RunAsync(["/usr/bin/stat", "-Lc", "%A  %u:%g  %s bytes", path], cancellationToken);
        var content = await RunAsync(["/bin/cat", path], cancellationToken);
        console.Good($"{path}  {facts.Trim()}");
        console.Block(Shortened(content));
    }

    /// <summary>PEM bodies say nothing to a reader, and a key is not for the screen: only their first and last lines are shown.</summary>
    private static string Shortened(string content)
    {
        var lines = new List<string>();
        var isInside = false;
        foreach (var line in content.TrimEnd('\n').Split('\n'))
        {
            isInside &= !line.StartsWith("-----END", StringComparison.Ordinal);
            if (!isInside)
            {
                lines.Add(line);
            }

            if (line.StartsWith("-----BEGIN", StringComparison.Ordinal))
            {
                isInside = true;
                lines.Add("…");
            }
        }

        return string.Join('\n', lines);
    }

    private async Task<string> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var result = await pod.ExecuteAsync(App, command, cancellationToken);
        return result.ExitCode == 0 ? result.Output : throw new DemoFailure($"'{string.Join(' ', command)}' in the app container ended with {result.ExitCode}: {result.Output}{result.Error}");
    }
}
