namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>A fault from its beginning to its end, and what the agent has to say about it.</summary>
/// <param name="Code">The one diagnostic's code.</param>
/// <param name="Begin">Begins the fault.</param>
/// <param name="End">Ends it.</param>
internal sealed record Episode(string Code, Func<Task> Begin, Func<Task> End)
{
    /// <summary>The longest pause between two attempts, which is what recovery may take.</summary>
    public TimeSpan LongestPause { get; init; } = FaultScene.MaxBackoff;

    /// <summary>The codes of what has to be said before it, in order.</summary>
    public IReadOnlyList<string> Heralds { get; init; } = [];

    /// <summary>Whether it lasts until the token is dead, so that logins fail as well as reads.</summary>
    public bool LoginFails { get; init; }

    /// <summary>Failed attempts in a row that are waited for; a fault that heals itself in the agent has none.</summary>
    public int Failures { get; init; } = 3;

    public static Episode Of(string code, Action begin, Action end) => new(code, () => Done(begin), () => Done(end));

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
