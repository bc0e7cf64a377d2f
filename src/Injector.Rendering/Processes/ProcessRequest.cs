namespace Injector.Rendering.Processes;

/// <summary>A program to start, with its arguments as a list: no shell is involved.</summary>
/// <param name="Words">Program and arguments; the program is searched in <c>PATH</c> unless it has a slash.</param>
/// <param name="Environment">All variables of the process.</param>
public sealed record ProcessRequest(IReadOnlyList<string> Words, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>File that its standard output is appended to; null: the agent's own.</summary>
    public string? OutputFile { get; init; }

    /// <summary>File that its standard error is appended to; null: the agent's own.</summary>
    public string? ErrorFile { get; init; }
}
