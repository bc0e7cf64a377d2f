namespace Injector.Injection;

/// <summary>Reasons of allowed pods. A denied pod's reason is the code of its first fault.</summary>
public static class ReasonCodes
{
    /// <summary>The pod does not carry the annotation, or it is false.</summary>
    public const string NotRequested = "not_requested";

    /// <summary>The pod is past its start.</summary>
    public const string TooLate = "too_late";

    /// <summary>The pod carries the agent.</summary>
    public const string AlreadyInjected = "already_injected";

    /// <summary>The agent was added.</summary>
    public const string Injected = "injected";
}
