namespace Injector.Sandbox.Vault.Leases;

/// <summary>Why a lease could not be renewed.</summary>
internal enum LeaseFault
{
    None,
    NotFound,
    NotRenewable,
    PastMaxTtl,

    /// <summary>The engine could not move the secret's end.</summary>
    Engine,
}
