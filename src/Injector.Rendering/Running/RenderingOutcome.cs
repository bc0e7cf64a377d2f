using Injector.Contracts.Agent;
using Injector.Contracts.Diagnostics;

namespace Injector.Rendering.Running;

/// <summary>How rendering ended.</summary>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="Diagnostic">Why, when it is a failure.</param>
public sealed record RenderingOutcome(int ExitCode, Diagnostic? Diagnostic)
{
    /// <summary>Everything was done.</summary>
    public static RenderingOutcome Done { get; } = new(ExitCodes.Success, null);
}
