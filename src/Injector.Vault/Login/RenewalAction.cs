namespace Injector.Vault.Login;

/// <summary>What a <see cref="RenewalStep"/> does.</summary>
public enum RenewalAction
{
    /// <summary>Ask the server to extend it.</summary>
    Renew,

    /// <summary>Get a new one.</summary>
    Replace,
}
