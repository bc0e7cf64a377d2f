namespace Injector.Sandbox.Vault.Policies;

/// <summary>The pieces of a policy text.</summary>
internal enum HclTokenKind
{
    Word,
    Text,
    Punctuation,
    End,
}
