namespace Injector.Vault.Http;

/// <summary>How we introduce ourselves to the server.</summary>
public static class ClientIdentity
{
    /// <summary>Version of the product.</summary>
    public static string Version { get; } = typeof(ClientIdentity).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>Value of the header <c>User-Agent</c>.</summary>
    public static string UserAgent { get; } = $"injector-agent/{Version}";
}
