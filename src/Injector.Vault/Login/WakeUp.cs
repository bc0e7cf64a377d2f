namespace Injector.Vault.Login;

/// <summary>Why a <see cref="KeeperSleep"/> ended.</summary>
internal enum WakeUp
{
    TimeIsUp,
    TokenInvalid,
    NewCredentials,
}
