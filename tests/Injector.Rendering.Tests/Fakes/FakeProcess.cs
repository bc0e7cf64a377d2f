using Injector.Rendering.Processes;

namespace Injector.Rendering.Tests.Fakes;

internal sealed class FakeProcess(ProcessRequest request) : IChildProcess
{
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ProcessRequest Request { get; } = request;

    public List<int> Signals { get; } = [];

    public bool IgnoresTerminate { get; set; }

    public Task<int> Exited => _exited.Task;

    public void End(int code) => _exited.TrySetResult(code);

    public void Signal(int signal)
    {
        Signals.Add(signal);
        if (signal == SignalNumber.Kill || !IgnoresTerminate)
        {
            End(128 + signal);
        }
    }
}
