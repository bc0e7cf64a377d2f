using Injector.Sandbox.Pods.Processes;

namespace Injector.Sandbox.Pods.Isolation;

/// <summary>The files and the surroundings of one attempt of a container.</summary>
internal interface IContainerBox : IAsyncDisposable
{
    /// <summary>The termination message file, as this process reaches it.</summary>
    string TerminationMessageFile { get; }

    /// <summary>Whether a program is there, as a path or on the search path of the container.</summary>
    bool HasProgram(string program, string searchPath);

    /// <summary>How to start the container's own program.</summary>
    ProcessPlan Start(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment);

    /// <summary>How to run a further program in the running container.</summary>
    ProcessPlan Execute(int containerProcessId, IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment);
}
