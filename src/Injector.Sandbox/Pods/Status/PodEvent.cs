namespace Injector.Sandbox.Pods;

/// <summary>Something that <c>kubectl describe pod</c> would list under Events.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Container">The container it is about; empty: the pod.</param>
/// <param name="Reason">One word, for example <c>Started</c>, <c>Unhealthy</c>, <c>BackOff</c>, <c>FailedPostStartHook</c>.</param>
/// <param name="Message">One sentence.</param>
public sealed record PodEvent(DateTimeOffset Time, string Container, string Reason, string Message);
