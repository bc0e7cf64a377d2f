namespace Injector.Vault.Login;

/// <summary>Where the agent stands with its token.</summary>
public enum LoginPhase
{
    /// <summary>No token yet.</summary>
    LoggingIn,

    /// <summary>A token is current and kept alive.</summary>
    LoggedIn,

    /// <summary>The old token is at its end and no new one could be got so far.</summary>
    LoggingInAgain,
}
