namespace Injector.Vault.Http;

/// <summary>How we introduce ourselves to the server.</summary>
public static class ClientIdentity
{
    /// <summary>Version of the product.</summary>
    public const string Version = ProductVersion.Text;

    /// <summary>Value of the header <c>User-Agent</c>.</summary>
    public const string UserAgent = $"injector-agent/{Version}";
}
