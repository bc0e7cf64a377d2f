using Injector.Contracts.Diagnostics;

namespace Injector.Contracts.Logging;

/// <summary>How a diagnostic stands in the log.</summary>
public static class DiagnosticFields
{
    /// <summary>Its code, its message and what to do, as fields.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <returns><c>code</c>, <c>error</c> and <c>remedy</c>, in this order.</returns>
    public static EventField[] Fields(this Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return [new EventField("code", diagnostic.Code), new EventField("error", diagnostic.Message), new EventField("remedy", diagnostic.Remedy)];
    }
}
