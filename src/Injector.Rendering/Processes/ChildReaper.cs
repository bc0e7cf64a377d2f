using System.Runtime.InteropServices;

namespace Injector.Rendering.Processes;

/// <summary>
/// Notices when children end. As the container's first process it also buries what its commands left behind, which nobody else would.
/// </summary>
internal sealed class ChildReaper : IDisposable
{
    private const int FirstProcess = 1;
    private const int AnyChild = -1;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, LinuxChildProcess> _children = [];
    private PosixSignalRegistration? _registration;

    /// <summary>Starts a child so that its end cannot be missed, however soon it comes.</summary>
    public LinuxChildProcess Start(Func<int> spawn)
    {
        lock (_lock)
        {
            if (_registration is null && OperatingSystem.IsLinux())
            {
                _registration = PosixSignalRegistration.Create(PosixSignal.SIGCHLD, _ => Reap());
            }

            var child = new LinuxChildProcess(spawn());
            _children.Add(child.Id, child);
            return child;
        }
    }

    public void Dispose() => _registration?.Dispose();

    private void Reap()
    {
        lock (_lock)
        {
            if (Environment.ProcessId == FirstProcess)
            {
                int process;
                while ((process = SpawnCalls.Wait(AnyChild, out var status, SpawnCalls.NoHang)) > 0)
                {
                    Deliver(process, status);
                }

                return;
            }

            foreach (var process in _children.Keys.ToArray())
            {
                if (SpawnCalls.Wait(process, out var status, SpawnCalls.NoHang) == process)
                {
                    Deliver(process, status);
                }
            }
        }
    }

    private void Deliver(int process, int status)
    {
        if (_children.Remove(process, out var child))
        {
            child.End(status);
        }
    }
}
