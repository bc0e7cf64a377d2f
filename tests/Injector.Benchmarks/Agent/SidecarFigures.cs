using Injector.TestKit.Processes;

namespace Injector.Benchmarks.Agent;

/// <summary>Memory of a running sidecar.</summary>
/// <param name="Start">After the first publication.</param>
/// <param name="Early">After the first hundred rotations.</param>
/// <param name="End">After the last rotation.</param>
internal sealed record SidecarFigures(MemoryReading Start, MemoryReading Early, MemoryReading End);
