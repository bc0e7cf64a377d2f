namespace Injector.Contracts.Diagnostics;

public static partial class Catalogue
{
    /// <summary>Entries of the area Injection.</summary>
    public static partial class Injection
    {
        // Codes VI0101 to VI0199. Faults below VI0150, warnings from there on. Next free: VI0130, VI0176. Never reuse or renumber.

        /// <summary>The pod is missing or cannot be read.</summary>
        public static DiagnosticDescriptor PodUnreadable { get; } = Error("VI0101",
            "The pod cannot be read: {0}.",
            "Send the pod as the API server does.");

        /// <summary>A value has the wrong form.</summary>
        public static DiagnosticDescriptor InvalidValue { get; } = Error("VI0103",
            "Annotation '{0}' has the value \"{1}\", which is not {2}.",
            "Correct or remove it.");

        /// <summary>Injection was asked for in a system namespace.</summary>
        public static DiagnosticDescriptor SystemNamespace { get; } = Error("VI0104",
            "Pods of namespace '{0}' get no secrets.",
            "Move the pod to another namespace, or remove the annotation agent-inject.");

        /// <summary>No address of Vault.</summary>
        public static DiagnosticDescriptor AddressMissing { get; } = Error("VI0105",
            "Neither the pod nor the installation names an address of Vault.",
            "Set annotation 'vault.hashicorp.com/service', or start the webhook with -vault-address.");

        /// <summary>No mount of the login method.</summary>
        public static DiagnosticDescriptor AuthPathMissing { get; } = Error("VI0106",
            "The mount of the login method is empty.",
            "Remove annotation 'vault.hashicorp.com/auth-path' or give it a value such as auth/kubernetes; the webhook's flag is -vault-auth-path.");

        /// <summary>No namespace in the request.</summary>
        public static DiagnosticDescriptor NamespaceMissing { get; } = Error("VI0107",
            "The request names no namespace.",
            "Remove annotation 'vault.hashicorp.com/agent-request-namespace'.");

        /// <summary>No role.</summary>
        public static DiagnosticDescriptor RoleMissing { get; } = Error("VI0108",
            "The login method kubernetes needs a role.",
            "Set annotation 'vault.hashicorp.com/role' to the Vault role of the pod's ServiceAccount.");

        /// <summary>No login method.</summary>
        public static DiagnosticDescriptor AuthTypeMissing { get; } = Error("VI0109",
            "The login method is empty.",
            "Remove annotation 'vault.hashicorp.com/auth-type' or give it a value such as kubernetes.");

        /// <summary>No image.</summary>
        public static DiagnosticDescriptor ImageMissing { get; } = Error("VI0110",
            "The agent's image is empty.",
            "Remove annotation 'vault.hashicorp.com/agent-image' or give it a value.");

        /// <summary>The token volume does not exist.</summary>
        public static DiagnosticDescriptor TokenVolumeUnknown { get; } = Error("VI0111",
            "Annotation '{0}' names volume '{1}', which the pod does not have.",
            "Add a projected volume of that name with a serviceAccountToken source, or remove the annotation.");

        /// <summary>A mount names a volume that does not exist.</summary>
        public static DiagnosticDescriptor TokenVolumeMissing { get; } = Error("VI0112",
            "A container mounts volume '{0}', but the pod's volumes do not have it.",
            "Add the volume.");

        /// <summary>The token volume holds no token.</summary>
        public static DiagnosticDescriptor TokenPathMissing { get; } = Error("VI0113",
            "Volume '{0}' has no serviceAccountToken source with a path.",
            "Add one to its projected sources.");

        /// <summary>The app's user cannot be taken over.</summary>
        public static DiagnosticDescriptor SameUserUnavailable { get; } = Error("VI0114",
            "The agent is to run as the first container's user, but {0}.",
            "Set securityContext.runAsUser of that container to a user other than root, or use annotation 'vault.hashicorp.com/agent-run-as-user'.");

        /// <summary>The pod forbids a shared process namespace.</summary>
        public static DiagnosticDescriptor ProcessNamespaceRefused { get; } = Error("VI0115",
            "Annotation '{0}' asks for a shared process namespace, but the pod sets shareProcessNamespace to false.",
            "Remove one of the two.");

        /// <summary>A JSON patch is no patch.</summary>
        public static DiagnosticDescriptor JsonPatchSyntax { get; } = Error("VI0116",
            "Annotation '{0}' holds no JSON patch: {1}.",
            "Give a JSON array of operations as in RFC 6902.");

        /// <summary>A JSON patch does not apply.</summary>
        public static DiagnosticDescriptor JsonPatchFailed { get; } = Error("VI0117",
            "Annotation '{0}': operation {1} does not apply: {2}.",
            "Compare the paths with the container as 'injector inject' shows it.");

        /// <summary>A number that JSON cannot hold.</summary>
        public static DiagnosticDescriptor NumberNotFinite { get; } = Error("VI0118",
            "Annotation '{0}' has the value \"{1}\", which cannot be written into the agent's configuration.",
            "Use a number such as 0.75.");

        /// <summary>A name the agent needs is taken.</summary>
        public static DiagnosticDescriptor NameTaken { get; } = Error("VI0119",
            "The pod already has a {0} called '{1}', which the agent needs.",
            "Rename it. If it comes from an earlier injection, restore the annotation agent-inject-status: injected.");

        /// <summary>A mount path the agent needs is taken.</summary>
        public static DiagnosticDescriptor MountPathTaken { get; } = Error("VI0120",
            "Container '{0}' already mounts volume '{1}' at '{2}', where '{3}' belongs.",
            "Change that mount, or move the secrets with annotation 'vault.hashicorp.com/secret-volume-path'.");

        /// <summary>A file would lie outside its volume.</summary>
        public static DiagnosticDescriptor PathOutsideVolume { get; } = Error("VI0121",
            "Annotation '{0}' has the value \"{1}\", which gives '{2}': no file below '{3}'.",
            "Give a file name or a path below the mount path.");

        /// <summary>The configuration does not fit into the environment.</summary>
        public static DiagnosticDescriptor ConfigurationTooLarge { get; } = Error("VI0122",
            "The agent's configuration takes {0} bytes as an environment variable; the kernel allows {1}.",
            "Move large templates into a ConfigMap or Secret and name them with annotation 'vault.hashicorp.com/agent-inject-template-file-NAME'.");

        /// <summary>An empty user or group.</summary>
        public static DiagnosticDescriptor EmptyIdentity { get; } = Error("VI0123",
            "Annotation '{0}' is empty, which would mean root.",
            "Remove it, or give a number.");

        /// <summary>A template cannot be parsed.</summary>
        public static DiagnosticDescriptor TemplateInvalid { get; } = Error("VI0124",
            "Annotation '{0}', line {1}, column {2}: {3}.",
            "Correct the template; 'injector template check' shows the place.");

        /// <summary>The preset refuses a setting.</summary>
        public static DiagnosticDescriptor RefusedByPreset { get; } = Error("VI0125",
            "Annotation '{0}' with the value \"{1}\" is not allowed by the preset restricted: {2}.",
            "Remove it.");

        /// <summary>A JSON patch makes something that is no container.</summary>
        public static DiagnosticDescriptor JsonPatchResult { get; } = Error("VI0126",
            "Annotation '{0}' makes a container Kubernetes cannot read: {1}.",
            "Correct the value of that field.");

        /// <summary>A mount path is not absolute.</summary>
        public static DiagnosticDescriptor MountPathInvalid { get; } = Error("VI0127",
            "Annotation '{0}' has the value \"{1}\", which is no absolute path without a colon.",
            "Give a path such as /vault/secrets.");

        /// <summary>A parameter has a value of the wrong type.</summary>
        public static DiagnosticDescriptor TelemetryType { get; } = Error("VI0128",
            "Annotation '{0}' has the value \"{1}\", which is not {2}.",
            "Correct it; a text that looks like JSON needs quotes of its own.");

        /// <summary>Too many secrets.</summary>
        public static DiagnosticDescriptor TooManySecrets { get; } = Error("VI0129",
            "The pod asks for {0} secrets; at most {1} are possible.",
            "Let one template read several secrets.");

        internal static IEnumerable<DiagnosticDescriptor> Entries =>
        [
            PodUnreadable, UnknownAnnotation, InvalidValue, SystemNamespace, AddressMissing, AuthPathMissing, NamespaceMissing, RoleMissing, AuthTypeMissing,
            ImageMissing, TokenVolumeUnknown, TokenVolumeMissing, TokenPathMissing, SameUserUnavailable, ProcessNamespaceRefused, JsonPatchSyntax,
            JsonPatchFailed, NumberNotFinite, NameTaken, MountPathTaken, PathOutsideVolume, ConfigurationTooLarge, EmptyIdentity, TemplateInvalid,
            RefusedByPreset, JsonPatchResult, MountPathInvalid, TelemetryType, TooManySecrets, .. Warnings,
        ];

        private static DiagnosticDescriptor Error(string code, string message, string remedy) => new(code, DiagnosticSeverity.Error, message, remedy);
    }
}
