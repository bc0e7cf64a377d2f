namespace Injector.Sandbox.Vault.Tokens;

/// <summary>The two kinds of tokens.</summary>
internal enum TokenKind
{
    /// <summary>Stored, renewable, with an accessor and children.</summary>
    Service,

    /// <summary>Light: no accessor, never renewed.</summary>
    Batch,
}
