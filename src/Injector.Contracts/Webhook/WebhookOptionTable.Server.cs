namespace Injector.Contracts.Webhook;

public static partial class WebhookOptionTable
{
    private const string ServerGroup = "Server";

    /// <summary>Address of the HTTPS listener.</summary>
    public static WebhookOption Listen { get; } =
        Define(ServerGroup, "listen", WebhookOptionKind.Endpoint, ":8080", "Address of the HTTPS listener. Without a host it listens on all addresses.");

    /// <summary>Lowest level that is logged.</summary>
    public static WebhookOption LogLevel { get; } =
        Define(ServerGroup, "log-level", WebhookOptionKind.Choice, "info", "Lowest level that is logged. 'notice' is 'info', 'warning' is 'warn', 'err' is 'error'.") with
        {
            Choices = ["trace", "debug", "info", "notice", "warn", "warning", "err", "error"],
        };

    /// <summary>Form of log lines.</summary>
    public static WebhookOption LogFormat { get; } =
        Define(ServerGroup, "log-format", WebhookOptionKind.Choice, "standard", "Form of the log lines: text, or one JSON object per line.") with { Choices = ["standard", "json"] };

    /// <summary>Pause between failing readiness and closing the listener.</summary>
    public static WebhookOption ShutdownDelay { get; } = Own(
        ServerGroup,
        "shutdown-delay",
        WebhookOptionKind.Duration,
        "5s",
        "After SIGTERM the process reports itself as not ready but goes on answering for this long, until every node has taken it out of the Service.");

    /// <summary>Longest time in-flight requests get to finish.</summary>
    public static WebhookOption ShutdownTimeout { get; } = Own(
        ServerGroup, "shutdown-timeout", WebhookOptionKind.Duration, "10s", "How long requests that are being answered may take to finish after the listener was closed.");

    /// <summary>Whether several replicas take turns as the writer of <c>caBundle</c>.</summary>
    public static WebhookOption UseLeaderElector { get; } = Define(
        ServerGroup,
        "use-leader-elector",
        WebhookOptionKind.Boolean,
        "false",
        "Accepted for the sake of existing installations. Replicas need no leader to serve; a Lease always guards the writer of caBundle.");

    internal static IEnumerable<WebhookOption> Server => [Listen, LogLevel, LogFormat, ShutdownDelay, ShutdownTimeout, UseLeaderElector];
}
