namespace Injector.Rendering.Processes;

/// <summary>Signals by the names the configuration uses.</summary>
public static class SignalNumber
{
    /// <summary>Ends a process without asking.</summary>
    public const int Kill = 9;

    /// <summary>Asks a process to end.</summary>
    public const int Terminate = 15;

    private const string Prefix = "SIG";

    private static readonly (string Name, int Number)[] Known =
    [
        ("SIGHUP", 1), ("SIGINT", 2), ("SIGQUIT", 3), ("SIGABRT", 6), ("SIGKILL", Kill), ("SIGUSR1", 10), ("SIGUSR2", 12), ("SIGALRM", 14),
        ("SIGTERM", Terminate), ("SIGCONT", 18), ("SIGSTOP", 19), ("SIGWINCH", 28),
    ];

    /// <summary>The known names, for messages.</summary>
    public static string Names => string.Join(", ", Known.Select(static one => one.Name));

    /// <summary>The number of a signal; null when the name is not known.</summary>
    /// <param name="name">With or without <c>SIG</c>, any case.</param>
    /// <returns>The number.</returns>
    public static int? Find(string name)
    {
        var word = name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? name : Prefix + name;
        foreach (var (known, number) in Known)
        {
            if (string.Equals(known, word, StringComparison.OrdinalIgnoreCase))
            {
                return number;
            }
        }

        return null;
    }
}
