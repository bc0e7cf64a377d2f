namespace Injector.Rendering.Commands;

/// <summary>How a command is run.</summary>
public abstract record CommandLine
{
    private CommandLine()
    {
    }

    /// <summary>Runs a program directly.</summary>
    /// <param name="Words">Program and arguments.</param>
    public sealed record Direct(IReadOnlyList<string> Words) : CommandLine;

    /// <summary>Needs a shell, and there is none.</summary>
    public sealed record NeedsShell : CommandLine;

    /// <summary>Decides how a command given as one text is run.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shell">Path of the image's shell; null: it has none.</param>
    /// <returns>
    /// One word runs directly. More words run in the shell, as they always did; without a shell they are taken apart, if no part of them
    /// needs one.
    /// </returns>
    public static CommandLine Of(string text, string? shell)
    {
        var words = ShellWords.Split(text);
        if (words is { Count: 1 })
        {
            return new Direct(words);
        }

        if (shell is not null)
        {
            return new Direct([shell, "-c", text]);
        }

        return words is { Count: > 0 } ? new Direct(words) : new NeedsShell();
    }
}
