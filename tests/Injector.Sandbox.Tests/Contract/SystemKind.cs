namespace Injector.Sandbox.Tests.Contract;

/// <summary>What a contract case runs against.</summary>
public enum SystemKind
{
    /// <summary>The server of this repository.</summary>
    Sandbox,

    /// <summary>The server named by <c>INJECTOR_TEST_VAULT_ADDR</c> and <c>INJECTOR_TEST_VAULT_TOKEN</c>.</summary>
    RealVault,
}
