using Injector.Contracts.Secrecy;

namespace Injector.Cli.Demo;

/// <summary>A Vault server of the user's, to run the demo against.</summary>
/// <param name="Address">Its base address.</param>
/// <param name="Token">A token that may create mounts, policies and roles.</param>
/// <param name="CaCertificatePem">The roots to trust; null: the system's.</param>
internal sealed record RealVault(Uri Address, SecretText Token, string? CaCertificatePem)
{
    /// <summary>Reads <c>VAULT_ADDR</c>, <c>VAULT_TOKEN</c> and <c>VAULT_CACERT</c>.</summary>
    /// <returns>The server, or null unless address and token are set.</returns>
    /// <exception cref="DemoFailure">One of them cannot be used.</exception>
    public static RealVault? FromEnvironment()
    {
        var address = Environment.GetEnvironmentVariable("VAULT_ADDR");
        var token = Environment.GetEnvironmentVariable("VAULT_TOKEN");
        if (string.IsNullOrEmpty(address) || string.IsNullOrEmpty(token))
        {
            return null;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new DemoFailure($"VAULT_ADDR is '{address}', which is no address. Write it as https://vault.example.com:8200.");
        }

        var file = Environment.GetEnvironmentVariable("VAULT_CACERT");
        if (!string.IsNullOrEmpty(file) && !File.Exists(file))
        {
            throw new DemoFailure($"VAULT_CACERT names '{file}', which is not there.");
        }

        return new RealVault(uri, new SecretText(token), string.IsNullOrEmpty(file) ? null : File.ReadAllText(file));
    }
}
