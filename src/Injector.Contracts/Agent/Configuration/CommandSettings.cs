namespace Injector.Contracts.Agent.Configuration;

/// <summary>The <c>exec</c> section of a template: a command with its details.</summary>
public sealed record CommandSettings
{
    /// <summary>One text for a shell when it has one element and <see cref="IsList"/> is false, else program and arguments.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>True: the document gave a list, which runs without a shell.</summary>
    public bool IsList { get; init; }

    /// <summary>Time limit as text; null: 30 s; <c>0</c>: do not wait.</summary>
    public string? Timeout { get; init; }

    /// <summary>False: the command does not run. Default true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Signal at the time limit or at the end; null: the default.</summary>
    public string? KillSignal { get; init; }

    /// <summary>Wait between that signal and SIGKILL as text; null: the default.</summary>
    public string? KillTimeout { get; init; }

    /// <summary>Longest random pause before the command as text; null: none.</summary>
    public string? Splay { get; init; }

    /// <summary>Which variables the command gets.</summary>
    public CommandEnvironment Environment { get; init; } = new();
}
