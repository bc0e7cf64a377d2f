namespace Injector.Rendering.Processes;

/// <summary>A started program and everything it started in its process group.</summary>
public interface IChildProcess
{
    /// <summary>Completes with the exit code; a process ended by a signal gives 128 and the signal's number.</summary>
    Task<int> Exited { get; }

    /// <summary>Sends a signal to the whole group. Does nothing when it is gone.</summary>
    /// <param name="signal">Number of the signal.</param>
    void Signal(int signal);
}
