namespace Injector.Contracts.Agent.Configuration;

/// <summary>The words of <c>disable_idle_connections</c> and <c>disable_keep_alives</c>.</summary>
public static class ConnectionParts
{
    /// <summary>Login and token.</summary>
    public const string Login = "auto-auth";

    /// <summary>Secrets of templates.</summary>
    public const string Templates = "templating";

    /// <summary>All words.</summary>
    public static IReadOnlyList<string> All { get; } = [Login, Templates, "caching", "proxying"];
}
