namespace Injector.Contracts.Diagnostics;

public static partial class Catalogue
{
    /// <summary>Entries of the area Webhook.</summary>
    public static class Webhook
    {
        // Codes VI0201 to VI0299. Next free: VI0201. Never reuse or renumber.
        internal static IEnumerable<DiagnosticDescriptor> Entries => [];
    }
}
