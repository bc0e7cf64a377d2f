namespace Injector.Sandbox.Vault.Server;

/// <summary>What the server says about itself.</summary>
internal static class ServerVersion
{
    /// <summary>The API level this server follows; the suffix tells everyone what answers here.</summary>
    public const string Text = "1.14.0+injector-sandbox";

    /// <summary>What the mounts say about their backends.</summary>
    public const string PluginVersion = "v0.0.0+builtin.sandbox";

    public const string ClusterName = "injector-sandbox";
}
