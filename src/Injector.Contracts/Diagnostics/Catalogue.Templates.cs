namespace Injector.Contracts.Diagnostics;

public static partial class Catalogue
{
    /// <summary>Entries of the area Templates. Every message has the subject (an annotation, a file) and the engine's own message.</summary>
    public static class Templates
    {
        // Codes VI0501 to VI0599. Next free: VI0509. Never reuse or renumber.

        /// <summary>The text is not a template.</summary>
        public static DiagnosticDescriptor Syntax { get; } = new(
            "VI0501",
            DiagnosticSeverity.Error,
            "The template of '{0}' cannot be read: {1}.",
            "Correct the template; 'injector template render' shows the place.");

        /// <summary>A function that does not exist.</summary>
        public static DiagnosticDescriptor UnknownFunction { get; } = new(
            "VI0502",
            DiagnosticSeverity.Error,
            "The template of '{0}' uses a function that does not exist: {1}.",
            "Use a function of Vault Agent's templates; those of sprig have the prefix 'sprig_'.");

        /// <summary>The template ran and failed.</summary>
        public static DiagnosticDescriptor Execution { get; } = new(
            "VI0503",
            DiagnosticSeverity.Error,
            "The template of '{0}' failed: {1}.",
            "Correct the template, or the secret it expects; 'injector template render' runs it with data of yours.");

        /// <summary>Parentheses or actions nest too deep.</summary>
        public static DiagnosticDescriptor NestingLimit { get; } = new(
            "VI0504",
            DiagnosticSeverity.Error,
            "The template of '{0}' nests too deep: {1}.",
            "Split the template with 'define'.");

        /// <summary>Templates call each other without end.</summary>
        public static DiagnosticDescriptor RecursionLimit { get; } = new(
            "VI0505",
            DiagnosticSeverity.Error,
            "The template of '{0}' calls templates too deep: {1}.",
            "End the recursion.");

        /// <summary>Loops run too often.</summary>
        public static DiagnosticDescriptor IterationLimit { get; } = new(
            "VI0506",
            DiagnosticSeverity.Error,
            "The template of '{0}' loops too often: {1}.",
            "Loop over fewer elements.");

        /// <summary>The output is too large.</summary>
        public static DiagnosticDescriptor OutputLimit { get; } = new(
            "VI0507",
            DiagnosticSeverity.Error,
            "The template of '{0}' makes too much output: {1}.",
            "Split the template over several files.");

        /// <summary>A regular expression takes too long.</summary>
        public static DiagnosticDescriptor RegexLimit { get; } = new(
            "VI0508",
            DiagnosticSeverity.Error,
            "The template of '{0}' matches for too long: {1}.",
            "Shorten the regular expression or the text it is applied to.");

        internal static IEnumerable<DiagnosticDescriptor> Entries =>
            [Syntax, UnknownFunction, Execution, NestingLimit, RecursionLimit, IterationLimit, OutputLimit, RegexLimit];
    }
}
