namespace Injector.Contracts.Diagnostics;

public static partial class Catalogue
{
    /// <summary>Entries of the area Publishing.</summary>
    public static class Publishing
    {
        // Codes VI0601 to VI0699. Next free: VI0622; VI0602 and VI0613 were never published. Never reuse or renumber.

        /// <summary>A destination that is no usable path. {0} destination, {1} reason.</summary>
        public static DiagnosticDescriptor UnusableDestination { get; } = new(
            "VI0601",
            DiagnosticSeverity.Error,
            "The destination '{0}' cannot be used: {1}.",
            "Give an absolute path below the volume, without '..'.");

        /// <summary>The volume is full. {0} destination, {1} volume.</summary>
        public static DiagnosticDescriptor VolumeFull { get; } = new(
            "VI0603",
            DiagnosticSeverity.Error,
            "'{0}' was not published: the volume '{1}' is full. All files of the volume stay as they were.",
            "Raise the size limit of the volume, or render less into it.");

        /// <summary>The process may not write there. {0} destination, {1} reason.</summary>
        public static DiagnosticDescriptor AccessDenied { get; } = new(
            "VI0604",
            DiagnosticSeverity.Error,
            "'{0}' was not published: {1}.",
            "Check that the agent's user may write in the folder, and that the volume is not mounted read-only in the agent's container.");

        /// <summary>A parent folder is missing and must not be made. {0} destination.</summary>
        public static DiagnosticDescriptor ParentMissing { get; } = new(
            "VI0605",
            DiagnosticSeverity.Error,
            "'{0}' was not published: its folder does not exist, and 'create_dest_dirs' is false.",
            "Create the folder, or remove 'create_dest_dirs = false'.");

        /// <summary>A link or something else stands where a folder or file must be. {0} destination, {1} reason.</summary>
        public static DiagnosticDescriptor EntryInTheWay { get; } = new(
            "VI0606",
            DiagnosticSeverity.Error,
            "'{0}' was not published: {1}.",
            "Remove what stands at this path; the agent follows no links inside the volume.");

        /// <summary>Any other refusal of the system. {0} destination, {1} reason.</summary>
        public static DiagnosticDescriptor WriteFailed { get; } = new(
            "VI0607",
            DiagnosticSeverity.Error,
            "'{0}' was not published: {1}.",
            "Check the volume and the node.");

        /// <summary>The owner asked for cannot be given. {0} destination, {1} reason.</summary>
        public static DiagnosticDescriptor OwnerRefused { get; } = new(
            "VI0608",
            DiagnosticSeverity.Error,
            "'{0}' was not published: its owner cannot be changed ({1}).",
            "Remove 'user' and 'group' from the template, or give the agent's container the capability CHOWN.");

        /// <summary>A command needs a shell. {0} destination.</summary>
        public static DiagnosticDescriptor CommandNeedsShell { get; } = new(
            "VI0609",
            DiagnosticSeverity.Error,
            "The command of '{0}' uses shell syntax, and this image has no shell.",
            "Use the shell variant of the agent image, or write the command as one program with plain arguments.");

        /// <summary>A command ended with another code than 0. {0} destination, {1} program, {2} code.</summary>
        public static DiagnosticDescriptor CommandFailed { get; } = new(
            "VI0610",
            DiagnosticSeverity.Warning,
            "The command '{1}' of '{0}' ended with code {2}.",
            "The file is published; look at the command's own output.");

        /// <summary>A command took too long. {0} destination, {1} program, {2} seconds.</summary>
        public static DiagnosticDescriptor CommandTimedOut { get; } = new(
            "VI0611",
            DiagnosticSeverity.Warning,
            "The command '{1}' of '{0}' was killed after {2} s.",
            "The file is published; make the command faster or raise 'command_timeout'.");

        /// <summary>A command cannot be started. {0} destination, {1} program, {2} reason.</summary>
        public static DiagnosticDescriptor CommandNotStarted { get; } = new(
            "VI0612",
            DiagnosticSeverity.Warning,
            "The command '{1}' of '{0}' cannot be started: {2}.",
            "The file is published; check that the program exists in the agent's image and is executable.");

        /// <summary>A file of a withdrawn secret was removed. {0} destination, {1} path.</summary>
        public static DiagnosticDescriptor WithdrawnFileRemoved { get; } = new(
            "VI0614",
            DiagnosticSeverity.Warning,
            "'{0}' was removed: the right to read '{1}' was withdrawn, and the pod asks for removal.",
            "Restore the policy, and the file comes back.");

        /// <summary>A local file a template asks for cannot be read. {0} path, {1} reason.</summary>
        public static DiagnosticDescriptor LocalFileUnreadable { get; } = new(
            "VI0615",
            DiagnosticSeverity.Error,
            "The file '{0}', which a template reads, cannot be read: {1}.",
            "Mount the file in the agent's container, or correct the path in the template.");

        /// <summary>The hand-over file cannot be written. {0} folder, {1} reason.</summary>
        public static DiagnosticDescriptor HandOverFailed { get; } = new(
            "VI0616",
            DiagnosticSeverity.Warning,
            "Token and leases could not be left in '{0}' for the agent's next process: {1}.",
            "The next process logs in anew; check the volume if this repeats.");

        /// <summary>The supervised process cannot be started. {0} program, {1} reason.</summary>
        public static DiagnosticDescriptor ProcessNotStarted { get; } = new(
            "VI0617",
            DiagnosticSeverity.Error,
            "The process '{0}' cannot be started: {1}.",
            "Check 'exec.command': the program must exist in the agent's image and be executable.");

        /// <summary>A template leaves its sandbox. {0} destination, {1} path, {2} sandbox.</summary>
        public static DiagnosticDescriptor OutsideSandbox { get; } = new(
            "VI0618",
            DiagnosticSeverity.Error,
            "The template of '{0}' uses the file '{1}', which lies outside of its sandbox '{2}'.",
            "Use a file inside the sandbox, or change 'sandbox_path'.");

        /// <summary>A user or group is not known. {0} destination, {1} name.</summary>
        public static DiagnosticDescriptor UnknownAccount { get; } = new(
            "VI0619",
            DiagnosticSeverity.Error,
            "The user or group '{1}' of '{0}' is not known in the agent's container.",
            "Give the number instead of the name.");

        /// <summary>Too many secrets. {0} destination, {1} limit.</summary>
        public static DiagnosticDescriptor TooManySecrets { get; } = new(
            "VI0620",
            DiagnosticSeverity.Error,
            "'{0}' cannot be rendered: the pod's templates ask for more than {1} secrets, lists and files.",
            "Ask for fewer: put related values into one secret.");

        /// <summary>The hand-over file is there and cannot be used. {0} folder, {1} reason.</summary>
        public static DiagnosticDescriptor HandOverUnusable { get; } = new(
            "VI0621",
            DiagnosticSeverity.Warning,
            "What an earlier process left in '{0}' cannot be used: {1}.",
            "The agent logs in anew and replaces it; give the folder to this agent alone.");

        internal static IEnumerable<DiagnosticDescriptor> Entries =>
        [
            UnusableDestination,
            VolumeFull,
            AccessDenied,
            ParentMissing,
            EntryInTheWay,
            WriteFailed,
            OwnerRefused,
            CommandNeedsShell,
            CommandFailed,
            CommandTimedOut,
            CommandNotStarted,
            WithdrawnFileRemoved,
            LocalFileUnreadable,
            HandOverFailed,
            ProcessNotStarted,
            OutsideSandbox,
            UnknownAccount,
            TooManySecrets,
            HandOverUnusable,
        ];
    }
}
