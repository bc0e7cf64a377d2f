using Injector.Sandbox.Pods.Processes;

namespace Injector.Sandbox.Pods.Isolation;

/// <summary>A container without walls: its program runs in a session of its own and is killed with this process.</summary>
internal sealed class PathMappingBox(ContainerPlan plan, PathMap map, string terminationMessageFile) : IContainerBox
{
    public string TerminationMessageFile => terminationMessageFile;

    public ProcessPlan Start(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment) => Plan(command, environment);

    public ProcessPlan Execute(int containerProcessId, IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment) => Plan(command, environment);

    public bool HasProgram(string program, string searchPath) => ProgramSearch.Finds(program, searchPath, path => File.Exists(map.Replace(path)));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ProcessPlan Plan(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment)
    {
        var folder = map.Replace(plan.WorkingDirectory);
        return new ProcessPlan(
            [
                SystemTool.Require("setpriv"), "--pdeathsig=KILL", .. plan.MayGainPrivileges ? [] : (string[])["--no-new-privs"], "--",
                SystemTool.Require("setsid"), "--", .. command.Select(map.Replace),
            ],
            environment.ToDictionary(variable => variable.Key, variable => map.ReplaceVariable(variable.Value)),
            Directory.Exists(folder) ? folder : "/",
            0);
    }
}
