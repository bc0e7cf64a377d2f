namespace Injector.Contracts.Diagnostics;

public static partial class Catalogue
{
    /// <summary>Entries of the area Agent.</summary>
    public static class Agent
    {
        // Codes VI0301 to VI0399. Next free: VI0301. Never reuse or renumber.
        internal static IEnumerable<DiagnosticDescriptor> Entries => [];
    }
}
