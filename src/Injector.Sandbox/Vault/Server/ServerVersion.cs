namespace Injector.Sandbox.Vault.Server;

/// <summary>What the server says about itself.</summary>
internal static class ServerVersion
{
    /// <summary>The API level this server follows; the suffix tells everyone what answers here.</summary>
    public const string Text = "1.14.0+injector-sandbox";

    public const string ClusterName = "injector-sandbox";
}
