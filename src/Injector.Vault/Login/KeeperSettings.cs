using Injector.Contracts.Logging;
using Injector.Contracts.Secrecy;

namespace Injector.Vault.Login;

/// <summary>How a <see cref="TokenKeeper"/> deals with failure.</summary>
public sealed record KeeperSettings
{
    /// <summary>First pause after a failed login. Default 1 s.</summary>
    public TimeSpan MinBackoff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause after a failed login. Default 5 min.</summary>
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether the first failure ends the keeper. Default false.</summary>
    public bool ExitOnError { get; init; }

    /// <summary>Receives the JSON of a wrapped login. Default: drops it.</summary>
    public Func<SecretText, CancellationToken, Task> WrappedTokens { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Called after every failed attempt, on the keeper's own flow. Default: nothing.</summary>
    public Action<LoginState> OnFailure { get; init; } = _ => { };

    /// <summary>What other parts of the process have said already, and say no more when the login has; null: the keeper is alone.</summary>
    public StandingCauses? Causes { get; init; }

    /// <summary>Waits for credentials no login has used yet, which then cause one at once; null: new credentials wait for the next login.</summary>
    public ICredentialWatch? Credentials { get; init; }
}
