namespace Injector.Contracts.Diagnostics;

public static partial class Catalogue
{
    /// <summary>Entries of the area CommandLine.</summary>
    public static class CommandLine
    {
        // Codes VI0701 to VI0799. Next free: VI0701. Never reuse or renumber.
        internal static IEnumerable<DiagnosticDescriptor> Entries => [];
    }
}
