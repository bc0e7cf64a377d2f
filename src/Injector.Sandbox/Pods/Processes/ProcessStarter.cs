using System.Collections.Concurrent;
using System.Diagnostics;

namespace Injector.Sandbox.Pods.Processes;

/// <summary>
/// Starts processes from one thread that lives as long as the pod. A process that asked to be killed with its parent is killed when the
/// starting <em>thread</em> ends, and threads of the pool come and go.
/// </summary>
internal sealed class ProcessStarter : IDisposable
{
    private readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)> _requests = [];
    private readonly Thread _thread;

    public ProcessStarter()
    {
        _thread = new Thread(Serve) { IsBackground = true, Name = "sandbox process starter" };
        _thread.Start();
    }

    public Task<Process> StartAsync(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _requests.Add((start, started));
        return started.Task;
    }

    public void Dispose()
    {
        _requests.CompleteAdding();
        _thread.Join();
        _requests.Dispose();
    }

    private void Serve()
    {
        foreach (var (start, started) in _requests.GetConsumingEnumerable())
        {
            try
            {
                started.SetResult(Process.Start(start) ?? throw new InvalidOperationException("The process was not started."));
            }
            catch (Exception error) when (error is System.ComponentModel.Win32Exception or InvalidOperationException)
            {
                started.SetException(new PodSpecificationException($"'{start.FileName}' cannot be started: {error.Message}"));
            }
        }
    }
}
