namespace Injector.Sandbox.Vault.Database;

/// <summary>What a database said no to. Never holds a password.</summary>
internal sealed record DatabaseFault(string Message);
