using System.Runtime.InteropServices;

namespace Injector.Agent.Hosting;

/// <summary>Everything that may ask the process to end: signals and the quit endpoint.</summary>
internal sealed class Shutdown : IDisposable
{
    // Linux's numbers; the framework has no names for them.
    private const PosixSignal UserSignal1 = (PosixSignal)10;
    private const PosixSignal UserSignal2 = (PosixSignal)12;

    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _signals = [];

    private Shutdown()
    {
    }

    public CancellationToken Requested => _source.Token;

    /// <summary>Listens to SIGTERM and SIGINT, calls <paramref name="reload"/> on SIGHUP, and lets SIGUSR1 and SIGUSR2, which end other programs, mean nothing.</summary>
    public static Shutdown Listen(Action reload)
    {
        var shutdown = new Shutdown();
        shutdown.Register(PosixSignal.SIGTERM, shutdown.Request);
        shutdown.Register(PosixSignal.SIGINT, shutdown.Request);
        shutdown.Register(PosixSignal.SIGHUP, reload);
        shutdown.Register(UserSignal1, () => { });
        shutdown.Register(UserSignal2, () => { });
        return shutdown;
    }

    public void Request()
    {
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The process is on its last steps anyway.
        }
    }

    public void Dispose()
    {
        if (_source.IsCancellationRequested)
        {
            // Whoever asks twice (a shell and its process group, for one) must not break off an orderly end: the signals stay caught.
            return;
        }

        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private void Register(PosixSignal signal, Action action) => _signals.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        action();
    }));
}
