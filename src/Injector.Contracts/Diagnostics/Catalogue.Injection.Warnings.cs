namespace Injector.Contracts.Diagnostics;

public static partial class Catalogue
{
    public static partial class Injection
    {
        /// <summary>An annotation under our prefixes that means nothing.</summary>
        public static DiagnosticDescriptor UnknownAnnotation { get; } = Warning("VI0102",
            "Annotation '{0}' is not known and has no effect.",
            "{1}");

        /// <summary>A suffix without a secret.</summary>
        public static DiagnosticDescriptor OrphanSuffix { get; } = Warning("VI0150",
            "Annotation '{0}' has no effect: there is no secret '{1}'.",
            "Add 'agent-inject-secret-{1}' or 'agent-inject-template-{1}'; the case of the name counts.");

        /// <summary>One key under several prefixes.</summary>
        public static DiagnosticDescriptor PrefixClash { get; } = Warning("VI0151",
            "Annotations '{0}' and '{1}' are the same setting; the first one counts.",
            "Remove one of them.");

        /// <summary>No agent is added.</summary>
        public static DiagnosticDescriptor NoAgent { get; } = Warning("VI0152",
            "Neither init container nor sidecar is added: agent-pre-populate is false and agent-pre-populate-only is true, so no file is ever written.",
            "Remove one of the two.");

        /// <summary>A container that does not exist.</summary>
        public static DiagnosticDescriptor UnknownContainer { get; } = Warning("VI0153",
            "Annotation '{0}' names container '{1}', which the pod does not have.",
            "Names are compared exactly, with case and blanks.");

        /// <summary>A mount that cannot follow changes.</summary>
        public static DiagnosticDescriptor SubPathMount { get; } = Warning("VI0154",
            "Container '{0}' mounts '{1}' with subPath, which never shows a rotated secret.",
            "Mount the whole volume instead.");

        /// <summary>Two secrets for one file.</summary>
        public static DiagnosticDescriptor SameFile { get; } = Warning("VI0155",
            "Secrets '{0}' and '{1}' are both written to '{2}': HashiCorp's agent leaves one of them there, ours does not start.",
            "Give one of them another name with annotation 'agent-inject-file-NAME'.");

        /// <summary>Vault's certificate is not verified.</summary>
        public static DiagnosticDescriptor TlsNotVerified { get; } = Warning("VI0156",
            "Annotation '{0}' turns off the check of Vault's certificate: anyone on the way can read the secrets.",
            "Give the CA with 'tls-secret' and 'ca-cert' instead.");

        /// <summary>A KV version 2 path under the map template.</summary>
        public static DiagnosticDescriptor KvMapTemplate { get; } = Warning("VI0157",
            "Secret '{0}' looks like KV version 2 and uses the default template map, which writes 'data: map[…]'.",
            "Use a template, or agent-inject-default-template: json.");

        /// <summary>The pod's own process namespace counts.</summary>
        public static DiagnosticDescriptor ProcessNamespaceKept { get; } = Warning("VI0158",
            "Annotation '{0}' is false, but the pod sets shareProcessNamespace to true; the pod's own field counts.",
            "Remove the annotation.");

        /// <summary>The image decides about the engine.</summary>
        public static DiagnosticDescriptor EngineByImage { get; } = Warning("VI0159",
            "Image '{0}' is HashiCorp's or OpenBao's: the agent is started in their way.",
            "Remove annotation 'agent-image' to use our agent.");

        /// <summary>A key with two meanings.</summary>
        public static DiagnosticDescriptor TemplateFileAmbiguous { get; } = Warning("VI0160",
            "Annotation '{0}' is read twice: as the template file of '{1}' and as the template text of 'file-{1}'.",
            "Do not name a secret 'file-…'.");

        /// <summary>The cluster or the engine cannot run a native sidecar.</summary>
        public static DiagnosticDescriptor NativeUnavailable { get; } = Warning("VI0161",
            "A native sidecar was asked for, but {0}; the classic pair is used.",
            "Set sidecar-mode to classic, or use our agent.");

        /// <summary>The pod has no token mount.</summary>
        public static DiagnosticDescriptor OwnToken { get; } = new("VI0162", DiagnosticSeverity.Information,
            "No app container mounts a ServiceAccount token; the agent gets one of its own.",
            string.Empty);

        /// <summary>A key that has no effect in this pod.</summary>
        public static DiagnosticDescriptor NoEffect { get; } = Warning("VI0163",
            "Annotation '{0}' has no effect: {1}.",
            "Remove it.");

        /// <summary>Two spellings of one parameter.</summary>
        public static DiagnosticDescriptor ParameterClash { get; } = Warning("VI0164",
            "Annotations '{0}' and '{1}' are the same parameter; the first one counts.",
            "Remove one of them.");

        /// <summary>A list member with blanks around it.</summary>
        public static DiagnosticDescriptor BlankInList { get; } = Warning("VI0165",
            "Annotation '{0}' has blanks around the name '{1}'.",
            "Write the names without blanks.");

        /// <summary>A boolean that is none.</summary>
        public static DiagnosticDescriptor CountsAsFalse { get; } = Warning("VI0166",
            "Annotation '{0}' has the value \"{1}\", which is no boolean and counts as false.",
            "Use true or false.");

        /// <summary>Annotations at the workload instead of its pod template.</summary>
        public static DiagnosticDescriptor AnnotatedWorkload { get; } = Warning("VI0167",
            "Annotation '{0}' stands on the {1} itself, where it has no effect.",
            "Move it to the metadata of the pod template.");

        /// <summary>A secret's file is also the token's.</summary>
        public static DiagnosticDescriptor TokenFileTaken { get; } = Warning("VI0168",
            "Secret '{0}' and the Vault token are both written to '{1}'.",
            "Give the secret another file name.");

        /// <summary>A word the agent does not know.</summary>
        public static DiagnosticDescriptor UnknownWord { get; } = Warning("VI0169",
            "Annotation '{0}' has the value \"{1}\", which is not {2}.",
            "Correct it; the agent refuses or ignores it.");

        /// <summary>An annotation that the ConfigMap replaces.</summary>
        public static DiagnosticDescriptor FixedSettings { get; } = Warning("VI0170",
            "The agent reads its configuration from ConfigMap '{0}': annotation '{1}' has no effect.",
            "Put the setting into the ConfigMap, or remove the annotation.");

        /// <summary>A patched field that containers do not have.</summary>
        public static DiagnosticDescriptor FieldDropped { get; } = Warning("VI0171",
            "Annotation '{0}' sets '{1}', which is no field of a container and is left out.",
            "Correct the name of the field.");

        /// <summary>A workload whose pods would be denied.</summary>
        public static DiagnosticDescriptor WorkloadDenied { get; } = Warning("VI0172",
            "Pods of this {0} will be denied.",
            "{1}");

        /// <summary>More warnings than fit.</summary>
        public static DiagnosticDescriptor MoreWarnings { get; } = Warning("VI0173",
            "{0} more warnings are not shown.",
            "'injector inject -f FILE' shows all.");

        /// <summary>A login that only HashiCorp's agent has.</summary>
        public static DiagnosticDescriptor LoginUnknown { get; } = Warning("VI0174",
            "Our agent has no login method '{0}' and will not start; it has kubernetes, jwt, approle, cert and token_file.",
            "Set annotation 'agent-engine: vault' for HashiCorp's agent, or correct 'auth-type'.");

        /// <summary>A file name that belongs to publishing.</summary>
        public static DiagnosticDescriptor NameReserved { get; } = Warning("VI0175",
            "Secret '{0}' is to be written to '{1}', which our agent refuses: it keeps names that begin with '..' for itself.",
            "Give another name with annotation 'agent-inject-file-NAME'.");

        private static IEnumerable<DiagnosticDescriptor> Warnings =>
        [
            OrphanSuffix, PrefixClash, NoAgent, UnknownContainer, SubPathMount, SameFile, TlsNotVerified, KvMapTemplate, ProcessNamespaceKept, EngineByImage,
            TemplateFileAmbiguous, NativeUnavailable, OwnToken, NoEffect, ParameterClash, BlankInList, CountsAsFalse, AnnotatedWorkload, TokenFileTaken,
            UnknownWord, FixedSettings, FieldDropped, WorkloadDenied, MoreWarnings, LoginUnknown, NameReserved,
        ];

        private static DiagnosticDescriptor Warning(string code, string message, string remedy) => new(code, DiagnosticSeverity.Warning, message, remedy);
    }
}
