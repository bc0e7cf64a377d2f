using Injector.Contracts.Secrecy;

namespace Injector.Cli.Demo;

/// <summary>A Vault server of the user's, to run the demo against.</summary>
/// <param name="Address">Its base address.</param>
/// <param name="Token">A token that may create mounts, policies and roles.</param>
internal sealed record RealVault(Uri Address, SecretText Token)
{
    /// <summary>Reads <c>VAULT_ADDR</c> and <c>VAULT_TOKEN</c>.</summary>
    /// <returns>The server, or null unless both are set.</returns>
    public static RealVault? FromEnvironment()
    {
        var address = Environment.GetEnvironmentVariable("VAULT_ADDR");
        var token = Environment.GetEnvironmentVariable("VAULT_TOKEN");
        return string.IsNullOrEmpty(address) || string.IsNullOrEmpty(token) ? null : new RealVault(new Uri(address), new SecretText(token));
    }
}
