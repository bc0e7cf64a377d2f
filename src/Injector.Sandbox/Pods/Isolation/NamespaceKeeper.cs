using System.Diagnostics;
using System.Globalization;
using Injector.Sandbox.Pods.Processes;

namespace Injector.Sandbox.Pods.Isolation;

/// <summary>
/// Holds a pod's namespaces open: a <c>cat</c> that is the first process of the pod's process namespace and ends when this process closes its
/// input, also by being killed. The kernel then ends every process of the pod, and the last one takes the private mounts with it.
/// </summary>
internal sealed class NamespaceKeeper : IAsyncDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(1);
    private readonly Process _process;

    private NamespaceKeeper(Process process) => _process = process;

    public string MountNamespace => $"/proc/{_process.Id}/ns/mnt";

    public string ProcessNamespace => $"/proc/{_process.Id}/ns/pid_for_children";

    /// <summary>The root folder as the pod's mount namespace sees it.</summary>
    public string Root => $"/proc/{_process.Id}/root";

    /// <summary>Makes the namespaces.</summary>
    /// <returns>The keeper, or null where this process lacks the rights.</returns>
    public static async Task<NamespaceKeeper?> TryStartAsync(CancellationToken cancellationToken)
    {
        string[] tools = ["setsid", "setpriv", "unshare", "nsenter", "mount", "umount", "cat"];
        if (!Environment.IsPrivilegedProcess || tools.Any(tool => SystemTool.Find(tool) is null))
        {
            return null;
        }

        var start = new ProcessStartInfo(SystemTool.Require("setsid"))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            SystemTool.Require("unshare"), "--mount", "--pid", "--fork", "--kill-child=SIGKILL", "--propagation", "private", "--", SystemTool.Require("cat"),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start);
        var keeper = process is null ? null : new NamespaceKeeper(process);
        return keeper is not null && await keeper.IsReadyAsync(cancellationToken) ? keeper : null;
    }

    public Task RunInsideAsync(IReadOnlyList<string> command, CancellationToken cancellationToken) =>
        Tool.RunAsync([SystemTool.Require("nsenter"), $"--mount={MountNamespace}", "--", .. command], cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already.
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        while (!_process.HasExited)
        {
            if (ProcessTree.Find(_process.Id, 1) is not null)
            {
                return true;
            }

            await Task.Delay(LookAgain, TimeProvider.System, cancellationToken);
        }

        _process.Dispose();
        return false;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"namespaces of process {_process.Id}");
}
