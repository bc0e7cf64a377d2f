namespace Injector.Benchmarks.Agent;

/// <summary>Starts of an agent as an init container.</summary>
/// <param name="Published">From exec until the last file appeared, median.</param>
/// <param name="Fastest">The shortest of these times.</param>
/// <param name="Ended">From exec until the process had ended, median.</param>
/// <param name="Cpu">CPU time of the whole process, median.</param>
/// <param name="Requests">Requests of one start.</param>
internal sealed record StartFigures(TimeSpan Published, TimeSpan Fastest, TimeSpan Ended, TimeSpan Cpu, int Requests);
