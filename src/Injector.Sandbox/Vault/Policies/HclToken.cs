namespace Injector.Sandbox.Vault.Policies;

/// <summary>A piece of a policy text.</summary>
internal readonly record struct HclToken(HclTokenKind Kind, string Text, int Line);
