namespace Injector.Vault.Connection;

/// <summary>How much of the server's certificate is checked.</summary>
public enum ServerVerification
{
    /// <summary>Chain, name and dates.</summary>
    Full,

    /// <summary>Nothing: the user asked for it, and is warned at every start.</summary>
    None,
}
