using Injector.Contracts.Logging;

namespace Injector.Agent.Hosting;

/// <summary>What every part takes from the process.</summary>
internal sealed record PartTools(IEventLog Log, TimeProvider Time, Func<double> Chance)
{
    /// <summary>What one part has said, so that the others need not.</summary>
    public StandingCauses Causes { get; } = new(Time);
}
