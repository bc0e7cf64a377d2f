using System.Globalization;
using Injector.Sandbox.Pods.Processes;

namespace Injector.Sandbox.Pods.Isolation;

/// <summary>A container with a root, a process namespace and a user of its own.</summary>
internal sealed class NamespaceBox(NamespaceKeeper keeper, ContainerRoot root, ContainerPlan plan) : IContainerBox
{
    // nsenter waits for unshare, unshare for the program.
    private const int StartWrappers = 2;
    private const int ExecuteWrappers = 1;

    public string TerminationMessageFile => root.TerminationMessage.Reachable;

    public ProcessPlan Start(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment) => new(
        [
            .. Identity(),
            SystemTool.Require("nsenter"), $"--mount={keeper.MountNamespace}", $"--pid={keeper.ProcessNamespace}", "--",
            SystemTool.Require("unshare"), "--pid", "--fork", "--kill-child=SIGKILL", $"--root={root.Path.Inside}", $"--wd={plan.WorkingDirectory}",
            "--mount-proc=/proc", $"--setuid={Number(plan.User)}", "--", .. command,
        ],
        environment,
        null,
        StartWrappers);

    public ProcessPlan Execute(int containerProcessId, IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment) => new(
        [
            .. Identity(),
            SystemTool.Require("nsenter"), $"--target={Number(containerProcessId)}", "--mount", "--pid", "--root",
            $"--wd=/proc/{Number(containerProcessId)}/root{plan.WorkingDirectory}", $"--setuid={Number(plan.User)}", "--", .. command,
        ],
        environment,
        null,
        ExecuteWrappers);

    public bool HasProgram(string program, string searchPath) => ProgramSearch.Finds(program, searchPath, Exists);

    public async ValueTask DisposeAsync()
    {
        await keeper.RunInsideAsync([SystemTool.Require("umount"), "--recursive", root.Path.Inside], CancellationToken.None);
        Directory.Delete(root.Path.Reachable, recursive: true);
    }

    /// <summary>The group and the right to gain more are given up first, the user last: entering a namespace needs root.</summary>
    private IEnumerable<string> Identity() =>
    [
        SystemTool.Require("setsid"),
        SystemTool.Require("setpriv"),
        .. plan.MayGainPrivileges ? [] : (string[])["--no-new-privs"],
        $"--regid={Number(plan.Group)}",
        plan.SupplementalGroups.Count == 0 ? "--clear-groups" : $"--groups={string.Join(',', plan.SupplementalGroups.Select(Number))}",
        "--",
    ];

    /// <summary>Follows links as the container sees them: an absolute one leads to the container's root, not to this machine's.</summary>
    private bool Exists(string path)
    {
        const int maxLinks = 16;
        var current = Path.GetFullPath(path, plan.WorkingDirectory);
        for (var links = 0; links < maxLinks; links++)
        {
            var file = new FileInfo(root.Path.Reachable + current);
            if (file.LinkTarget is not { } target)
            {
                return file.Exists;
            }

            current = Path.GetFullPath(target, Path.GetDirectoryName(current) ?? "/");
        }

        return false;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
