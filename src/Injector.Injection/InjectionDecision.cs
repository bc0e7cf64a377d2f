namespace Injector.Injection;

/// <summary>What became of a pod.</summary>
public enum InjectionDecision
{
    /// <summary>The pod does not ask for injection: allowed unchanged.</summary>
    NotRequested,

    /// <summary>The pod runs or has ended: allowed unchanged.</summary>
    TooLate,

    /// <summary>The pod carries the status annotation: allowed unchanged.</summary>
    AlreadyInjected,

    /// <summary>The patch adds the agent.</summary>
    Injected,

    /// <summary>The pod may not be created.</summary>
    Denied,
}
