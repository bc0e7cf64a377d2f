namespace Injector.Contracts.Diagnostics;

public static partial class Catalogue
{
    /// <summary>Entries of the area Vault.</summary>
    public static class Vault
    {
        /// <summary>No connection to the server. {0}: operation, {1}: what happened.</summary>
        public static DiagnosticDescriptor Unreachable { get; } = new(
            "VI0401",
            DiagnosticSeverity.Error,
            "Vault cannot be reached: {1}.",
            "Check the address, the Service and network policies; the agent keeps trying.");

        /// <summary>No answer in time. {0}: operation, {1}: what happened.</summary>
        public static DiagnosticDescriptor TimedOut { get; } = new(
            "VI0402",
            DiagnosticSeverity.Error,
            "Vault did not answer in time: {1}.",
            "Check the server's load and the network between; the agent keeps trying.");

        /// <summary>TLS failed. {0}: operation, {1}: what happened.</summary>
        public static DiagnosticDescriptor Untrusted { get; } = new(
            "VI0403",
            DiagnosticSeverity.Error,
            "The TLS connection to Vault was not accepted: {1}.",
            "Check the CA certificate given to the agent, the server's name and, if Vault asks for one, the client certificate.");

        /// <summary>The answer cannot be read. {0}: operation, {1}: what happened.</summary>
        public static DiagnosticDescriptor Malformed { get; } = new(
            "VI0404",
            DiagnosticSeverity.Error,
            "The answer did not come from Vault or is damaged: {1}.",
            "Check that the address leads to Vault and not to another service or an error page of a load balancer.");

        /// <summary>400. {0}: operation, {1}: what happened.</summary>
        public static DiagnosticDescriptor BadRequest { get; } = new(
            "VI0405",
            DiagnosticSeverity.Error,
            "Vault called the request wrong: {1}.",
            "Check path and parameters of the template, or role and mount of the login.");

        /// <summary>403. {0}: operation, {1}: what happened.</summary>
        public static DiagnosticDescriptor PermissionDenied { get; } = new(
            "VI0406",
            DiagnosticSeverity.Error,
            "Vault denied access: {1}.",
            "Add a policy with the right for this path to the role, or correct the path.");

        /// <summary>403 for the token itself. {0}: operation, {1}: what happened.</summary>
        public static DiagnosticDescriptor InvalidToken { get; } = new(
            "VI0407",
            DiagnosticSeverity.Warning,
            "Vault no longer accepts the agent's token: {1}.",
            "The agent logs in again; look for a revocation if this repeats.");

        /// <summary>404. {0}: operation, {1}: what happened.</summary>
        public static DiagnosticDescriptor NotFound { get; } = new(
            "VI0408",
            DiagnosticSeverity.Error,
            "Vault has nothing at this path: {1}.",
            "Write the secret, or correct the path and the name of the mount.");

        /// <summary>405 and other rejections. {0}: operation, {1}: what happened.</summary>
        public static DiagnosticDescriptor Rejected { get; } = new(
            "VI0409",
            DiagnosticSeverity.Error,
            "Vault does not offer this operation: {1}.",
            "Some paths can only be written: give the template's secret function parameters.");

        /// <summary>429. {0}: operation, {1}: what happened.</summary>
        public static DiagnosticDescriptor RateLimited { get; } = new(
            "VI0410",
            DiagnosticSeverity.Warning,
            "A quota of Vault is used up: {1}.",
            "The agent waits as long as Vault asks; raise the quota if this repeats.");

        /// <summary>5xx. {0}: operation, {1}: what happened.</summary>
        public static DiagnosticDescriptor ServerError { get; } = new(
            "VI0411",
            DiagnosticSeverity.Error,
            "Vault or a system behind it failed: {1}.",
            "Look into Vault's log; the agent keeps trying.");

        /// <summary>501, 503, 412. {0}: operation, {1}: what happened.</summary>
        public static DiagnosticDescriptor Unavailable { get; } = new(
            "VI0412",
            DiagnosticSeverity.Error,
            "Vault is sealed or has no active node: {1}.",
            "Unseal Vault or wait for its election; the agent keeps trying.");

        // Codes VI0401 to VI0499. Next free: VI0413. Never reuse or renumber.
        internal static IEnumerable<DiagnosticDescriptor> Entries =>
        [
            Unreachable, TimedOut, Untrusted, Malformed, BadRequest, PermissionDenied, InvalidToken, NotFound, Rejected, RateLimited, ServerError, Unavailable,
        ];
    }
}
