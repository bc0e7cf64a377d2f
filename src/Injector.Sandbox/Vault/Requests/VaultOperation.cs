namespace Injector.Sandbox.Vault.Requests;

/// <summary>What a request wants to do with a path.</summary>
internal enum VaultOperation
{
    Read,
    Write,
    Patch,
    List,
    Delete,
}
