using Injector.Sandbox.Pods.Isolation;
using Injector.Sandbox.Pods.Life;
using Injector.Sandbox.Pods.Processes;
using Injector.Sandbox.Pods.Volumes;

namespace Injector.Sandbox.Pods;

/// <summary>A pod that runs on this machine. Disposing it ends every process and removes every file and mount.</summary>
public sealed class RunningPod : IAsyncDisposable
{
    private readonly PodContext _context;
    private readonly IContainerHost _host;
    private readonly ProcessStarter _starter;
    private readonly PodLife _life;
    private readonly CancellationTokenSource _disposed = new();
    private readonly Task _refresh;

    internal RunningPod(PodContext context, IContainerHost host, ProcessStarter starter, PodVolumes volumes, PodLife life)
    {
        _context = context;
        _host = host;
        _starter = starter;
        _life = life;
        _refresh = volumes.RefreshAsync(_disposed.Token);
        life.Start();
    }

    /// <summary>The pod now.</summary>
    public PodStatus Status => _context.Board.Current;

    /// <summary>What its containers wrote.</summary>
    public PodLog Log => _context.Log;

    /// <summary>What <c>kubectl describe pod</c> would list under Events.</summary>
    public IReadOnlyList<PodEvent> Events => _context.Board.Events;

    /// <summary>How its containers are kept apart from this machine.</summary>
    public PodIsolation Isolation => _host.Isolation;

    /// <summary>The folder of this machine that is in use as long as the pod runs.</summary>
    internal string Folder => _host.Directory.Inside;

    /// <summary>The process id of a container's program on this machine.</summary>
    /// <param name="container">The container's name.</param>
    /// <returns>The id; null when it does not run.</returns>
    public int? ProcessId(string container) => Status.Container(container).ProcessId;

    /// <summary>Waits until every container is ready.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The status; also when the pod ended instead.</returns>
    public Task<PodStatus> WaitUntilReadyAsync(CancellationToken cancellationToken) => WaitForAsync(status => status.IsReady || status.HasEnded, cancellationToken);

    /// <summary>Waits until the pod has ended for good.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The status.</returns>
    public Task<PodStatus> WaitUntilEndedAsync(CancellationToken cancellationToken) => WaitForAsync(status => status.HasEnded, cancellationToken);

    /// <summary>Waits until the status meets a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The status that met it.</returns>
    public async Task<PodStatus> WaitForAsync(Func<PodStatus, bool> condition, CancellationToken cancellationToken)
    {
        var wait = _context.Board.WaitForAsync(condition, cancellationToken);
        if (await Task.WhenAny(wait, _life.Completed) == _life.Completed)
        {
            // Throws when the pod cannot be run here: nobody would ever see the condition met.
            await _life.Completed;
        }

        return await wait;
    }

    /// <summary>Runs a program in a running container, as <c>kubectl exec</c> does.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="command">Program and arguments.</param>
    /// <param name="cancellationToken">Kills the program.</param>
    /// <returns>What it gave.</returns>
    public Task<ExecResult> ExecuteAsync(string container, IReadOnlyList<string> command, CancellationToken cancellationToken) =>
        (_life.Find(container)?.Attempt ?? throw new PodSpecificationException($"The container '{container}' does not run."))
            .ExecuteAsync(command, cancellationToken);

    /// <summary>Deletes the pod and waits until its containers have ended.</summary>
    /// <param name="cancellationToken">Ends the grace period at once.</param>
    /// <returns>The last status.</returns>
    public async Task<PodStatus> StopAsync(CancellationToken cancellationToken)
    {
        await _life.StopAsync(_context.Pod.GracePeriod, cancellationToken);
        return Status;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync();
        try
        {
            await _life.StopAsync(TimeSpan.Zero, CancellationToken.None);
            await _refresh;
        }
        catch (Exception error) when (error is OperationCanceledException or PodSpecificationException)
        {
            // The pod could not be run, or its renewal was cancelled just now: what is left is cleaned up below.
        }

        await _host.DisposeAsync();
        _life.Dispose();
        _starter.Dispose();
        _context.Actions.Dispose();
        _disposed.Dispose();
    }
}
