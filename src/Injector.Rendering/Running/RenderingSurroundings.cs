using Injector.Contracts.Logging;
using Injector.Rendering.Commands;
using Injector.Rendering.Storage;

namespace Injector.Rendering.Running;

/// <summary>What rendering takes from its process.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Chance">Gives numbers from 0, below 1.</param>
/// <param name="Files">The file system.</param>
/// <param name="Environment">Looks up a variable; null when it is not set.</param>
/// <param name="Log">Where events go.</param>
public sealed record RenderingSurroundings(
    TimeProvider Time,
    Func<double> Chance,
    IFileSystem Files,
    Func<string, string?> Environment,
    IEventLog Log)
{
    /// <summary>What commands need; null: none can run.</summary>
    public CommandSurroundings? Commands { get; init; }

    /// <summary>What other parts of the process have said already, and say no more when rendering has; null: rendering is alone.</summary>
    public StandingCauses? Causes { get; init; }

    /// <summary>Called whenever the last request or command under way has ended: the moment to tidy up. Null: nobody does.</summary>
    public Action? Idle { get; init; }
}
