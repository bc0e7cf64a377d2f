namespace Injector.Contracts.Diagnostics;

public static partial class Catalogue
{
    /// <summary>Entries of the area Publishing.</summary>
    public static class Publishing
    {
        // Codes VI0601 to VI0699. Next free: VI0601. Never reuse or renumber.
        internal static IEnumerable<DiagnosticDescriptor> Entries => [];
    }
}
