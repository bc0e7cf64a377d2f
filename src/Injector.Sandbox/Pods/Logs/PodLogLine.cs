namespace Injector.Sandbox.Pods;

/// <summary>One line that a container wrote.</summary>
/// <param name="Time">When it was read.</param>
/// <param name="Container">Who wrote it.</param>
/// <param name="Stream">Where.</param>
/// <param name="Text">The line without its end.</param>
public sealed record PodLogLine(DateTimeOffset Time, string Container, LogStream Stream, string Text);
