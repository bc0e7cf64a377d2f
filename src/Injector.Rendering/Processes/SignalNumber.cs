namespace Injector.Rendering.Processes;

/// <summary>Signals by the names the configuration uses.</summary>
public static class SignalNumber
{
    /// <summary>Ends a process without asking.</summary>
    public const int Kill = 9;

    /// <summary>Asks a process to end.</summary>
    public const int Terminate = 15;

    /// <summary>The known names, for messages.</summary>
    public const string Names = "SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGKILL, SIGUSR1, SIGUSR2, SIGALRM, SIGTERM, SIGCONT, SIGSTOP, SIGWINCH";

    /// <summary>The number of a signal; null when the name is not known.</summary>
    /// <param name="name">With or without <c>SIG</c>, any case.</param>
    /// <returns>The number.</returns>
    public static int? Find(string name)
    {
        var word = name.StartsWith("SIG", StringComparison.OrdinalIgnoreCase) ? name[3..] : name;
        return word.ToUpperInvariant() switch
        {
            "HUP" => 1,
            "INT" => 2,
            "QUIT" => 3,
            "ABRT" => 6,
            "KILL" => Kill,
            "USR1" => 10,
            "USR2" => 12,
            "ALRM" => 14,
            "TERM" => Terminate,
            "CONT" => 18,
            "STOP" => 19,
            "WINCH" => 28,
            _ => null,
        };
    }
}
