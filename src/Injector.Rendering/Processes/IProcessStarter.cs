namespace Injector.Rendering.Processes;

/// <summary>Starts programs in a process group of their own, with the agent's standard streams.</summary>
public interface IProcessStarter
{
    /// <summary>Starts a program.</summary>
    /// <param name="request">What to start.</param>
    /// <returns>The running process.</returns>
    /// <exception cref="Storage.FileOperationException">It cannot be started.</exception>
    IChildProcess Start(ProcessRequest request);
}
