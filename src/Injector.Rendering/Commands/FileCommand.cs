namespace Injector.Rendering.Commands;

/// <summary>What is run after a file changed.</summary>
/// <param name="Text">The command as written; equal texts run once per publication.</param>
/// <param name="Line">How it is run.</param>
public sealed record FileCommand(string Text, CommandLine Line)
{
    /// <summary>The default of <see cref="TimeLimit"/>.</summary>
    public static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromSeconds(30);

    /// <summary>How long it may run before its group is killed; zero: it is not waited for.</summary>
    public TimeSpan TimeLimit { get; init; } = DefaultTimeLimit;

    /// <summary>Signal sent at the limit.</summary>
    public int KillSignal { get; init; } = Processes.SignalNumber.Kill;

    /// <summary>Wait after that signal until the group is killed.</summary>
    public TimeSpan KillGrace { get; init; }

    /// <summary>Longest random pause before it starts.</summary>
    public TimeSpan Splay { get; init; }

    /// <summary>Which variables it gets.</summary>
    public EnvironmentRules Environment { get; init; } = EnvironmentRules.InheritAll;
}
