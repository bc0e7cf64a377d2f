namespace Injector.Vault;

/// <summary>What a request does to its path.</summary>
public enum VaultMethod
{
    /// <summary><c>GET</c>.</summary>
    Read,

    /// <summary><c>PUT</c> with a JSON body.</summary>
    Write,

    /// <summary><c>GET</c> with <c>list=true</c>.</summary>
    List,

    /// <summary><c>DELETE</c>.</summary>
    Delete,
}
