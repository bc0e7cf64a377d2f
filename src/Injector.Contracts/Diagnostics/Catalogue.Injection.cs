namespace Injector.Contracts.Diagnostics;

public static partial class Catalogue
{
    /// <summary>Entries of the area Injection.</summary>
    public static class Injection
    {
        // Codes VI0101 to VI0199. Next free: VI0101. Never reuse or renumber.
        internal static IEnumerable<DiagnosticDescriptor> Entries => [];
    }
}
