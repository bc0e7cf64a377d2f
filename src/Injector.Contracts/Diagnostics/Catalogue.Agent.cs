namespace Injector.Contracts.Diagnostics;

public static partial class Catalogue
{
    /// <summary>Entries of the area Agent.</summary>
    public static class Agent
    {
        /// <summary>Nothing tells the agent what to do.</summary>
        public static DiagnosticDescriptor ConfigurationMissing { get; } = new(
            "VI0301",
            DiagnosticSeverity.Error,
            "The agent has no configuration.",
            "Give -config=FILE, or base64-encoded JSON in the variable VAULT_CONFIG.");

        /// <summary>A configuration cannot be read. {0}: file or variable, {1}: why.</summary>
        public static DiagnosticDescriptor ConfigurationUnreadable { get; } = new(
            "VI0302",
            DiagnosticSeverity.Error,
            "The configuration '{0}' {1}.",
            "Check the path and the volume that provides it.");

        /// <summary>The text is broken. {0}: place, {1}: what is wrong.</summary>
        public static DiagnosticDescriptor ConfigurationSyntax { get; } = new(
            "VI0303",
            DiagnosticSeverity.Error,
            "{0}: the configuration cannot be parsed: {1}.",
            "Correct the text at this place.");

        /// <summary>A key is not known. {0}: place, {1}: key, {2}: section.</summary>
        public static DiagnosticDescriptor UnknownKey { get; } = new(
            "VI0304",
            DiagnosticSeverity.Error,
            "{0}: '{1}' is not a setting of '{2}'.",
            "Correct its spelling or remove it.");

        /// <summary>A key is not known where that is harmless. {0}: place, {1}: key, {2}: section.</summary>
        public static DiagnosticDescriptor UnknownKeyIgnored { get; } = new(
            "VI0305",
            DiagnosticSeverity.Warning,
            "{0}: '{1}' is not a setting of '{2}' and has no effect.",
            "Correct its spelling or remove it.");

        /// <summary>A key that means nothing here. {0}: place, {1}: key, {2}: section.</summary>
        public static DiagnosticDescriptor KeyWithoutEffect { get; } = new(
            "VI0306",
            DiagnosticSeverity.Warning,
            "{0}: '{1}' in '{2}' has no effect in this agent.",
            "");

        /// <summary>A value has the wrong form. {0}: place, {1}: key, {2}: section, {3}: what is expected.</summary>
        public static DiagnosticDescriptor WrongValue { get; } = new(
            "VI0307",
            DiagnosticSeverity.Error,
            "{0}: '{1}' in '{2}' is not {3}.",
            "Correct the value.");

        /// <summary>A key is missing. {0}: place, {1}: section, {2}: key.</summary>
        public static DiagnosticDescriptor MissingKey { get; } = new(
            "VI0308",
            DiagnosticSeverity.Error,
            "{0}: '{1}' needs '{2}'.",
            "Add it.");

        /// <summary>A section may stand once. {0}: place, {1}: section.</summary>
        public static DiagnosticDescriptor DuplicateSection { get; } = new(
            "VI0309",
            DiagnosticSeverity.Error,
            "{0}: there is more than one '{1}'.",
            "Keep one of them.");

        /// <summary>Two settings exclude each other. {0}: place, {1}: one, {2}: other.</summary>
        public static DiagnosticDescriptor Conflict { get; } = new(
            "VI0310",
            DiagnosticSeverity.Error,
            "{0}: '{1}' cannot stand together with '{2}'.",
            "Remove one of them.");

        /// <summary>One setting needs another. {0}: place, {1}: one, {2}: what it needs.</summary>
        public static DiagnosticDescriptor Needs { get; } = new(
            "VI0311",
            DiagnosticSeverity.Error,
            "{0}: '{1}' is of no use without {2}.",
            "Add what is missing or remove the setting.");

        /// <summary>A value is used twice. {0}: place, {1}: key, {2}: value.</summary>
        public static DiagnosticDescriptor DuplicateValue { get; } = new(
            "VI0312",
            DiagnosticSeverity.Error,
            "{0}: two sections have the same {1} '{2}'.",
            "Give each its own.");

        /// <summary>A choice is not known. {0}: place, {1}: key, {2}: value, {3}: the choices.</summary>
        public static DiagnosticDescriptor UnknownChoice { get; } = new(
            "VI0313",
            DiagnosticSeverity.Error,
            "{0}: '{1}' is '{2}', which is not one of: {3}.",
            "Choose one of them.");

        /// <summary>Backoff limits are the wrong way round. {0}: place.</summary>
        public static DiagnosticDescriptor BackoffReversed { get; } = new(
            "VI0314",
            DiagnosticSeverity.Error,
            "{0}: 'min_backoff' is not shorter than 'max_backoff'.",
            "Raise max_backoff or lower min_backoff.");

        /// <summary>A sink cannot be written. {0}: path, {1}: why.</summary>
        public static DiagnosticDescriptor SinkNotWritable { get; } = new(
            "VI0315",
            DiagnosticSeverity.Error,
            "The token cannot be written to '{0}': {1}.",
            "Check that the folder exists, is on a writable volume and belongs to the agent's user.");

        /// <summary>The command line is wrong. {0}: what is wrong.</summary>
        public static DiagnosticDescriptor CommandLine { get; } = new(
            "VI0316",
            DiagnosticSeverity.Error,
            "The command line is wrong: {0}.",
            "See 'injector-agent --help'.");

        /// <summary>The start phase is over. {0}: patience, {1}: the last fault.</summary>
        public static DiagnosticDescriptor OutOfPatience { get; } = new(
            "VI0317",
            DiagnosticSeverity.Error,
            "The secrets were not ready within {0}: {1}.",
            "The container starts again and goes on.");

        /// <summary>A listener cannot listen. {0}: address, {1}: why.</summary>
        public static DiagnosticDescriptor ListenerFailed { get; } = new(
            "VI0318",
            DiagnosticSeverity.Error,
            "The listener at '{0}' cannot be opened: {1}.",
            "Choose another port or remove the listener.");

        /// <summary>The agent does not answer a command. {0}: why.</summary>
        public static DiagnosticDescriptor NotRunning { get; } = new(
            "VI0319",
            DiagnosticSeverity.Error,
            "The agent does not answer: {0}.",
            "Run this in the agent's container, and look at its log.");

        /// <summary>Asked to end before the files were there. {0}: the last fault.</summary>
        public static DiagnosticDescriptor EndedBeforeReady { get; } = new(
            "VI0320",
            DiagnosticSeverity.Warning,
            "The agent was stopped before the secrets were ready: {0}.",
            "");

        /// <summary>The pid file cannot be written. {0}: path.</summary>
        public static DiagnosticDescriptor PidFileNotWritable { get; } = new(
            "VI0321",
            DiagnosticSeverity.Error,
            "The process id cannot be written to '{0}'.",
            "Check that the folder exists, is on a writable volume and belongs to the agent's user.");

        /// <summary>The log file cannot be written. {0}: path.</summary>
        public static DiagnosticDescriptor LogFileNotWritable { get; } = new(
            "VI0322",
            DiagnosticSeverity.Error,
            "The log file '{0}' cannot be opened for writing.",
            "Check that the folder exists, is on a writable volume and belongs to the agent's user.");

        /// <summary>A feature of the reference that this agent does not have. {0}: what.</summary>
        public static DiagnosticDescriptor NotSupported { get; } = new(
            "VI0323",
            DiagnosticSeverity.Error,
            "This agent does not support {0}.",
            "Remove the setting, or use the reference's agent for this pod.");

        /// <summary>Something happened that should not. {0}: the kind of exception.</summary>
        public static DiagnosticDescriptor InternalFault { get; } = new(
            "VI0324",
            DiagnosticSeverity.Error,
            "The agent ended because of a fault of its own: {0}.",
            "Please report it with the lines before this one; they hold no secrets.");

        /// <summary>A user or group is not known in the container. {0}: name.</summary>
        public static DiagnosticDescriptor UnknownAccount { get; } = new(
            "VI0325",
            DiagnosticSeverity.Error,
            "The user or group '{0}' is not known in the agent's container.",
            "Give its number.");

        /// <summary>The output of the supervised process cannot be written. {0}: path, {1}: key.</summary>
        public static DiagnosticDescriptor ProcessOutputNotWritable { get; } = new(
            "VI0326",
            DiagnosticSeverity.Error,
            "The file '{0}' ({1}) cannot be opened for the output of the process.",
            "Check that the folder exists, is on a writable volume and belongs to the agent's user.");

        /// <summary>The public key of a sink's reader cannot be used. {0}: path, {1}: why.</summary>
        public static DiagnosticDescriptor SinkKeyUnusable { get; } = new(
            "VI0327",
            DiagnosticSeverity.Error,
            "The token cannot be encrypted: '{0}' (dh_path) {1}.",
            "The reader of the token writes this file; it is looked for again every few seconds.");

        // Codes VI0301 to VI0399. Next free: VI0328. Never reuse or renumber.
        internal static IEnumerable<DiagnosticDescriptor> Entries =>
        [
            ConfigurationMissing, ConfigurationUnreadable, ConfigurationSyntax, UnknownKey, UnknownKeyIgnored, KeyWithoutEffect, WrongValue, MissingKey,
            DuplicateSection, Conflict, Needs, DuplicateValue, UnknownChoice, BackoffReversed, SinkNotWritable, CommandLine, OutOfPatience, ListenerFailed,
            NotRunning, EndedBeforeReady, PidFileNotWritable, LogFileNotWritable, NotSupported, InternalFault, UnknownAccount, ProcessOutputNotWritable,
            SinkKeyUnusable,
        ];
    }
}
