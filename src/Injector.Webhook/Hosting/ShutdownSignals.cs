using System.Runtime.InteropServices;

namespace Injector.Webhook.Hosting;

/// <summary>SIGTERM, SIGINT and SIGQUIT as a task; the signals no longer end the process by themselves.</summary>
internal sealed class ShutdownSignals : IDisposable
{
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;

    public ShutdownSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Receive),
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Receive),
        PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Receive),
    ];

    /// <summary>Completes with the first signal.</summary>
    public Task Received => _received.Task;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void Receive(PosixSignalContext context)
    {
        context.Cancel = true;
        _received.TrySetResult();
    }
}
