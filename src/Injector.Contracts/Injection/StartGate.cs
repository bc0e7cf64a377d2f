namespace Injector.Contracts.Injection;

/// <summary>What holds back the app until a native sidecar has published every file once.</summary>
public enum StartGate
{
    /// <summary>A postStart hook that returns when the files are there. The fastest, and the default.</summary>
    PostStart,

    /// <summary>A start-up probe: costs about a second, but its output is shown in the pod's events.</summary>
    StartupProbe,
}
