namespace Injector.Sandbox.Vault.Leases;

/// <summary>A secrets engine could not take a secret back.</summary>
public sealed class RevocationException(string message) : Exception(message);
