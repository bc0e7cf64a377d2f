namespace Injector.Contracts.Agent;

/// <summary>
/// The exit codes of our processes. Kubernetes shows them in <c>kubectl describe pod</c>; the agent's meanings follow Vault Agent's
/// (0 ended as asked, 1 could not do its work), ours beyond these start at 64, where no shell and no signal reports a number of its own.
/// </summary>
public static class ExitCodes
{
    /// <summary>The work is done, or the process was asked to stop.</summary>
    public const int Success = 0;

    /// <summary>The work failed for a reason that has no code of its own.</summary>
    public const int Failure = 1;

    /// <summary>The command line or the configuration is wrong; starting again will not help.</summary>
    public const int Usage = 64;

    /// <summary>Vault refused the login lastingly (400 or 403).</summary>
    public const int LoginRefused = 65;

    /// <summary>A secret does not exist or may not be read.</summary>
    public const int SecretUnavailable = 66;

    /// <summary>A template cannot be parsed or executed.</summary>
    public const int TemplateFailed = 67;

    /// <summary>A file cannot be written.</summary>
    public const int PublishingFailed = 68;

    /// <summary>Vault could not be reached within the patience of the start phase.</summary>
    public const int VaultUnreachable = 69;
}
