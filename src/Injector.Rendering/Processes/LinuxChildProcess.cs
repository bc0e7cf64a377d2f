namespace Injector.Rendering.Processes;

/// <summary>A child that leads a process group.</summary>
internal sealed class LinuxChildProcess : IChildProcess
{
    private const int SignalBits = 0x7F;
    private const int SignalBase = 128;

    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LinuxChildProcess(int id) => Id = id;

    public int Id { get; }

    public Task<int> Exited => _exited.Task;

    // To the group: what a command started in the background belongs to it, also when the command itself is gone.
    public void Signal(int signal) => _ = SpawnCalls.Kill(-Id, signal);

    public void End(int status)
    {
        var signal = status & SignalBits;
        _exited.TrySetResult(signal == 0 ? (status >> 8) & 0xFF : SignalBase + signal);
    }
}
