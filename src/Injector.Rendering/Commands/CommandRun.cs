namespace Injector.Rendering.Commands;

/// <summary>A command that is due because files changed.</summary>
/// <param name="Destination">The first of the files.</param>
/// <param name="Command">The command.</param>
/// <param name="Contents">The files and the hashes of their contents.</param>
internal sealed record CommandRun(string Destination, FileCommand Command, List<KeyValuePair<string, UInt128>> Contents);
