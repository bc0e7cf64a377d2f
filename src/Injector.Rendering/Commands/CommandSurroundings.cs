using Injector.Rendering.Processes;

namespace Injector.Rendering.Commands;

/// <summary>What commands take from their process.</summary>
/// <param name="Processes">Starts programs.</param>
/// <param name="OwnVariables">The agent's variables.</param>
/// <param name="ConnectionVariables">Variables that tell how to reach Vault; never a token.</param>
public sealed record CommandSurroundings(
    IProcessStarter Processes,
    IReadOnlyDictionary<string, string> OwnVariables,
    IReadOnlyDictionary<string, string> ConnectionVariables);
