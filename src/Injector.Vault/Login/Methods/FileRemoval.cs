namespace Injector.Vault.Login.Methods;

/// <summary>What happens to a credential file after it was read.</summary>
internal enum FileRemoval
{
    Keep,

    /// <summary>The file, or the link, is removed.</summary>
    Remove,

    /// <summary>The file a link leads to is removed.</summary>
    RemoveTarget,
}
