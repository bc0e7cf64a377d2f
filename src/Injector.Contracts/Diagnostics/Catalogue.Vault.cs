namespace Injector.Contracts.Diagnostics;

public static partial class Catalogue
{
    /// <summary>Entries of the area Vault.</summary>
    public static class Vault
    {
        // Codes VI0401 to VI0499. Next free: VI0401. Never reuse or renumber.
        internal static IEnumerable<DiagnosticDescriptor> Entries => [];
    }
}
