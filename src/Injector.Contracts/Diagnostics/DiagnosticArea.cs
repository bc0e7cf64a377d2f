namespace Injector.Contracts.Diagnostics;

/// <summary>The part of the product a diagnostic speaks about; the hundreds of its code.</summary>
public enum DiagnosticArea
{
    /// <summary>VI01xx: annotations of a pod and the pod itself.</summary>
    Injection = 1,

    /// <summary>VI02xx: the webhook process, its settings and its HTTP interface.</summary>
    Webhook = 2,

    /// <summary>VI03xx: the agent's configuration and its life.</summary>
    Agent = 3,

    /// <summary>VI04xx: talking to Vault: login, reads, leases.</summary>
    Vault = 4,

    /// <summary>VI05xx: templates: parsing, execution, limits.</summary>
    Templates = 5,

    /// <summary>VI06xx: publishing rendered files.</summary>
    Publishing = 6,

    /// <summary>VI07xx: the command line and the sandbox.</summary>
    CommandLine = 7,
}
