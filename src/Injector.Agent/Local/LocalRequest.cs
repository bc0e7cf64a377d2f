namespace Injector.Agent.Local;

/// <summary>A request to one of the agent's listeners.</summary>
/// <param name="Method">For example <c>GET</c>.</param>
/// <param name="Path">Path without query.</param>
/// <param name="Query">Query without question mark; empty: none.</param>
/// <param name="Headers">Names in any case.</param>
internal sealed record LocalRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The body; empty: none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
