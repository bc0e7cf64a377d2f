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
            "Check the address with its scheme and port, the Service and network policies; the agent keeps trying.");

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

        /// <summary>501, 503, 472, 473. {0}: operation, {1}: what happened.</summary>
        public static DiagnosticDescriptor Unavailable { get; } = new(
            "VI0412",
            DiagnosticSeverity.Error,
            "Vault is sealed, not initialised or has no active node: {1}.",
            "Unseal Vault, wait for its election, or check that the address leads to an active node; the agent keeps trying.");

        /// <summary>Vault refused a login. {0}: who, {1}: mount, {2}: what happened.</summary>
        public static DiagnosticDescriptor LoginRefused { get; } = new(
            "VI0413",
            DiagnosticSeverity.Error,
            "Vault refused the login of {0} at mount '{1}': {2}.",
            "Check that the role exists at this mount and is bound to this ServiceAccount, namespace and audience.");

        /// <summary>The answer to a login holds no token. {0}: mount.</summary>
        public static DiagnosticDescriptor LoginWithoutToken { get; } = new(
            "VI0414",
            DiagnosticSeverity.Error,
            "The login at mount '{0}' was answered without a token.",
            "Check that mount_path names an auth method.");

        /// <summary>A credential file cannot be used. {0}: path, {1}: why.</summary>
        public static DiagnosticDescriptor CredentialMissing { get; } = new(
            "VI0415",
            DiagnosticSeverity.Error,
            "The credential file '{0}' {1}.",
            "Check the volume that provides it and the path in the login's settings.");

        /// <summary>A wrapped secret id comes from somewhere else. {0}: expected path, {1}: real path.</summary>
        public static DiagnosticDescriptor WrappingPathDiffers { get; } = new(
            "VI0416",
            DiagnosticSeverity.Error,
            "The wrapped secret id was created at '{1}' and not at '{0}': it may have been replaced by somebody.",
            "Find out who wrote the file; then create a new wrapped secret id.");

        /// <summary>The auth method is not supported. {0}: type.</summary>
        public static DiagnosticDescriptor UnknownMethod { get; } = new(
            "VI0417",
            DiagnosticSeverity.Error,
            "The auth method '{0}' is not known to this agent.",
            "Use kubernetes, jwt, approle, cert or token_file.");

        /// <summary>A setting of the auth method is missing. {0}: type, {1}: key.</summary>
        public static DiagnosticDescriptor MethodSettingMissing { get; } = new(
            "VI0418",
            DiagnosticSeverity.Error,
            "The auth method '{0}' needs the setting '{1}'.",
            "Add it to auto_auth.method.config.");

        /// <summary>A setting of the auth method is wrong. {0}: type, {1}: key, {2}: value, {3}: what is expected.</summary>
        public static DiagnosticDescriptor MethodSettingWrong { get; } = new(
            "VI0419",
            DiagnosticSeverity.Error,
            "The setting '{1}' of the auth method '{0}' is '{2}', which is not {3}.",
            "Correct it in auto_auth.method.config.");

        /// <summary>A connection setting is wrong. {0}: where it comes from, {1}: value, {2}: what is expected.</summary>
        public static DiagnosticDescriptor ConnectionSettingWrong { get; } = new(
            "VI0420",
            DiagnosticSeverity.Error,
            "The connection setting '{0}' is '{1}', which is not {2}.",
            "Correct it or leave it out.");

        /// <summary>Only one half of a client certificate is given. {0}: the given one, {1}: the missing one.</summary>
        public static DiagnosticDescriptor ClientCertificateIncomplete { get; } = new(
            "VI0421",
            DiagnosticSeverity.Error,
            "The connection has '{0}' without '{1}'.",
            "Give certificate and key, or neither.");

        /// <summary>The server's certificate is not checked.</summary>
        public static DiagnosticDescriptor VerificationOff { get; } = new(
            "VI0422",
            DiagnosticSeverity.Warning,
            "The server's certificate is not verified: anybody in the network can read the secrets.",
            "Give a CA certificate and remove tls_skip_verify.");

        /// <summary>A variable that means nothing here. {0}: name.</summary>
        public static DiagnosticDescriptor VariableWithoutEffect { get; } = new(
            "VI0423",
            DiagnosticSeverity.Warning,
            "The variable '{0}' has no effect in this agent.",
            "Remove it, and give the server's address with its port.");

        /// <summary>The token of a login ends with a number of calls. {0}: how many.</summary>
        public static DiagnosticDescriptor FewUses { get; } = new(
            "VI0424",
            DiagnosticSeverity.Warning,
            "The token is good for {0} calls only; after them the agent has to log in again.",
            "Set token_num_uses of the role to 0.");

        /// <summary>412. {0}: operation, {1}: what happened.</summary>
        public static DiagnosticDescriptor NotYetConsistent { get; } = new(
            "VI0425",
            DiagnosticSeverity.Warning,
            "This node of Vault has not caught up with the others: {1}.",
            "The agent asks again; look at the cluster's replication if this repeats.");

        /// <summary>A setting the auth method does not have. {0}: type, {1}: key.</summary>
        public static DiagnosticDescriptor MethodSettingUnknown { get; } = new(
            "VI0426",
            DiagnosticSeverity.Warning,
            "The auth method '{0}' does not know the setting '{1}', which has no effect.",
            "Correct its spelling in auto_auth.method.config, or remove it.");

        // Codes VI0401 to VI0499. Next free: VI0427. Never reuse or renumber.
        internal static IEnumerable<DiagnosticDescriptor> Entries =>
        [
            Unreachable, TimedOut, Untrusted, Malformed, BadRequest, PermissionDenied, InvalidToken, NotFound, Rejected, RateLimited, ServerError, Unavailable,
            LoginRefused, LoginWithoutToken, CredentialMissing, WrappingPathDiffers, UnknownMethod, MethodSettingMissing, MethodSettingWrong,
            ConnectionSettingWrong, ClientCertificateIncomplete, VerificationOff, VariableWithoutEffect, FewUses, NotYetConsistent, MethodSettingUnknown,
        ];
    }
}
