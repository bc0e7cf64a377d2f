namespace Injector.Sandbox.Tests.Contract;

/// <summary>Where the real server is.</summary>
internal static class RealVault
{
    public const string AddressVariable = "INJECTOR_TEST_VAULT_ADDR";
    public const string TokenVariable = "INJECTOR_TEST_VAULT_TOKEN";
    public const string CaVariable = "INJECTOR_TEST_VAULT_CACERT";

    public static Uri Address => new(Value(AddressVariable) ?? "http://127.0.0.1:8200");

    public static string Token => Value(TokenVariable) ?? string.Empty;

    /// <summary>The roots that sign for a server with TLS; null: the system's.</summary>
    public static string? CaCertificatePem => Value(CaVariable) is { } file ? File.ReadAllText(file) : null;

    /// <summary>What keeps the real server from being tested; null: nothing.</summary>
    public static string? Missing(string? alsoNeeded)
    {
        string[] missing = [.. ((string?[])[AddressVariable, TokenVariable, alsoNeeded]).OfType<string>().Where(static name => Value(name) is null)];
        return missing.Length == 0 ? null : $"{string.Join(" and ", missing)} not set: no real Vault to run against.";
    }

    public static string? Value(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
