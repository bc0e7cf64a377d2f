namespace Injector.Contracts.Diagnostics;

public static partial class Catalogue
{
    /// <summary>Entries of the area Templates.</summary>
    public static class Templates
    {
        // Codes VI0501 to VI0599. Next free: VI0501. Never reuse or renumber.
        internal static IEnumerable<DiagnosticDescriptor> Entries => [];
    }
}
