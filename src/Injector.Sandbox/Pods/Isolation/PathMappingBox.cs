using Injector.Sandbox.Pods.Processes;

namespace Injector.Sandbox.Pods.Isolation;

/// <summary>A container without walls: its program runs in a session of its own and is killed with this process.</summary>
internal sealed class PathMappingBox(ContainerPlan plan, PathMap map, string terminationMessageFile) : IContainerBox
{
    // The agent writes its last diagnostic there: its own path for it is no text that could be replaced.
    private const string TerminationLogVariable = "INJECTOR_TERMINATION_LOG";

    public string TerminationMessageFile => terminationMessageFile;

    public ProcessPlan Start(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment) => Plan(command, environment);

    public ProcessPlan Execute(int containerProcessId, IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment) => Plan(command, environment);

    public bool HasProgram(string program, string searchPath) => ProgramSearch.Finds(program, searchPath, path => File.Exists(map.Replace(path)));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Dictionary<string, string> Variables(IReadOnlyDictionary<string, string> environment)
    {
        var result = environment.ToDictionary(variable => variable.Key, variable => map.ReplaceVariable(variable.Value));
        result[TerminationLogVariable] = terminationMessageFile;
        return result;
    }

    private ProcessPlan Plan(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment)
    {
        var folder = map.Replace(plan.WorkingDirectory);
        return new ProcessPlan(
            [
                SystemTool.Require("setpriv"), "--pdeathsig=KILL", .. plan.MayGainPrivileges ? [] : (string[])["--no-new-privs"], "--",
                SystemTool.Require("setsid"), "--", .. command.Select(map.Replace),
            ],
            Variables(environment),
            Directory.Exists(folder) ? folder : "/",
            0);
    }
}
