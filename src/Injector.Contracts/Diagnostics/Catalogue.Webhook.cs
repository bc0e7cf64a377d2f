using static Injector.Contracts.Diagnostics.DiagnosticSeverity;

namespace Injector.Contracts.Diagnostics;

public static partial class Catalogue
{
    /// <summary>Entries of the area Webhook: VI0201 to VI0219 at start, VI0220 to VI0239 about requests, VI0240 to VI0269 about certificates.</summary>
    public static class Webhook
    {
        /// <summary>A flag nobody knows. 0 flag, 1 suggestion as a sentence or empty.</summary>
        public static DiagnosticDescriptor UnknownFlag { get; } = new("VI0201", Error, "The flag '{0}' is not known.", "{1}Run 'injector-webhook agent-inject -help' for the list.");

        /// <summary>A flag at the end of the line. 0 flag.</summary>
        public static DiagnosticDescriptor FlagWithoutValue { get; } = new("VI0202", Error, "The flag '{0}' has no value.", "Write '{0}=VALUE'.");

        /// <summary>A value of the wrong form. 0 source, 1 value, 2 form.</summary>
        public static DiagnosticDescriptor BadOptionValue { get; } = new("VI0203", Error, "{0} has the value '{1}', which is not {2}.", "Correct it.");

        /// <summary>No Vault address.</summary>
        public static DiagnosticDescriptor NoVaultAddress { get; } = new(
            "VI0204", Error, "No Vault service configured.", "Set -vault-address or AGENT_INJECT_VAULT_ADDR to the address of Vault as the pods see it.");

        /// <summary>An option that needs another. 0 option, 1 needed option.</summary>
        public static DiagnosticDescriptor OptionNeedsOther { get; } = new("VI0205", Error, "{0} is set but {1} is not.", "Set both or none.");

        /// <summary>A stray word. 0 argument.</summary>
        public static DiagnosticDescriptor StrayArgument { get; } = new("VI0206", Error, "The argument '{0}' is not a flag.", "Flags begin with a dash; write values as '-flag=value'.");

        /// <summary>No such subcommand. 0 word.</summary>
        public static DiagnosticDescriptor UnknownSubcommand { get; } = new("VI0207", Error, "There is no subcommand '{0}'.", "Use 'agent-inject' or 'version'.");

        /// <summary>A file cannot be read. 0 option, 1 path, 2 reason.</summary>
        public static DiagnosticDescriptor UnreadableFile { get; } = new("VI0208", Error, "The file '{1}' of {0} cannot be read: {2}.", "Check the path, the mount and the permissions.");

        /// <summary>The listener cannot be opened. 0 address, 1 reason.</summary>
        public static DiagnosticDescriptor CannotListen { get; } = new("VI0209", Error, "Cannot listen on '{0}': {1}.", "Choose another address with -listen or end the process that uses it.");

        /// <summary>A TLS version that no longer exists. 0 word.</summary>
        public static DiagnosticDescriptor OldTlsVersion { get; } = new(
            "VI0210", Warning, "-tls-min-version '{0}' is accepted but TLS 1.2 is the oldest version this process can speak.", "Set -tls-min-version=tls12.");

        /// <summary>A cipher suite nobody knows. 0 list, 1 name.</summary>
        public static DiagnosticDescriptor UnknownCipherSuite { get; } = new(
            "VI0211", Error, "Failed to parse the TLS cipher suites list \"{0}\": unsupported cipher \"{1}\".", "Use IANA names such as TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256.");

        /// <summary>A mode that lacks an option. 0 mode, 1 option.</summary>
        public static DiagnosticDescriptor ModeNeedsOption { get; } = new("VI0212", Error, "-tls-mode '{0}' needs {1}.", "Set {1}, or choose another mode.");

        /// <summary>The Kubernetes API is needed and out of reach. 0 what needs it, 1 reason.</summary>
        public static DiagnosticDescriptor NoKubernetes { get; } = new(
            "VI0213", Error, "{0} needs the Kubernetes API: {1}.", "Run it in a cluster with a ServiceAccount, or give a certificate by -tls-cert-file and -tls-key-file.");

        /// <summary>Wrong media type. 0 value.</summary>
        public static DiagnosticDescriptor InvalidContentType { get; } = new("VI0220", Error, "Invalid content-type: \"{0}\".", "Send 'application/json'.");

        /// <summary>Nothing was sent.</summary>
        public static DiagnosticDescriptor EmptyBody { get; } = new("VI0221", Error, "Empty request body.", "Send an AdmissionReview.");

        /// <summary>Too much was sent. 0 limit.</summary>
        public static DiagnosticDescriptor BodyTooLarge { get; } = new(
            "VI0222", Error, "The request body is larger than {0} bytes.", "The API server sends at most 3 MiB; send the review alone.");

        /// <summary>The body came too slowly. 0 seconds.</summary>
        public static DiagnosticDescriptor BodyTooSlow { get; } = new("VI0223", Error, "The request body did not arrive within {0} seconds.", "Send it again.");

        /// <summary>Not JSON. 0 what.</summary>
        public static DiagnosticDescriptor BrokenJson { get; } = new(
            "VI0224", Error, "Error decoding admission request: the body is not one JSON object in UTF-8 ({0}).", "Send an AdmissionReview as JSON.");

        /// <summary>Another object. 0 apiVersion, 1 kind.</summary>
        public static DiagnosticDescriptor NotAReview { get; } = new(
            "VI0225",
            Error,
            "The body is of apiVersion '{0}' and kind '{1}', not an AdmissionReview of admission.k8s.io/v1 or v1beta1.",
            "Register the webhook with admissionReviewVersions v1 and v1beta1.");

        /// <summary>A review without a request.</summary>
        public static DiagnosticDescriptor NoRequest { get; } = new("VI0226", Error, "The AdmissionReview has no request.", "Send the review of the API server, not its answer.");

        /// <summary>A member of the wrong type. 0 member, 1 expected.</summary>
        public static DiagnosticDescriptor WrongMemberType { get; } = new("VI0227", Error, "Error decoding admission request: '{0}' is not {1}.", "Send an AdmissionReview as the API server writes it.");

        /// <summary>A caller without a trusted certificate.</summary>
        public static DiagnosticDescriptor CallerNotTrusted { get; } = new(
            "VI0228",
            Error,
            "The caller showed no client certificate from the CAs of -tls-client-ca-file.",
            "Give the API server a client certificate for webhooks (AdmissionConfiguration), or unset -tls-client-ca-file.");

        /// <summary>Our own fault while answering.</summary>
        public static DiagnosticDescriptor InternalFault { get; } = new(
            "VI0229", Error, "The webhook failed while answering this review.", "The webhook's log has the details; please report them.");

        /// <summary>A pair that cannot be used. 0 certificate file, 1 reason.</summary>
        public static DiagnosticDescriptor UnusableCertificate { get; } = new(
            "VI0240", Error, "The certificate in '{0}' cannot be used: {1}.", "Give a PEM certificate and the unencrypted PEM key that belongs to it.");

        /// <summary>A changed pair that cannot be used. 0 certificate file, 1 reason.</summary>
        public static DiagnosticDescriptor CertificateNotReloaded { get; } = new(
            "VI0241", Warning, "The changed certificate in '{0}' cannot be used and the former one stays: {1}.", "Give a certificate and the key that belongs to it.");

        // Next free: VI0214, VI0230, VI0242. Never reuse or renumber.
        internal static IEnumerable<DiagnosticDescriptor> Entries =>
        [
            UnknownFlag, FlagWithoutValue, BadOptionValue, NoVaultAddress, OptionNeedsOther, StrayArgument, UnknownSubcommand, UnreadableFile, CannotListen,
            OldTlsVersion, UnknownCipherSuite, ModeNeedsOption, NoKubernetes,
            InvalidContentType, EmptyBody, BodyTooLarge, BodyTooSlow, BrokenJson, NotAReview, NoRequest, WrongMemberType, CallerNotTrusted, InternalFault,
            UnusableCertificate, CertificateNotReloaded,
        ];
    }
}
