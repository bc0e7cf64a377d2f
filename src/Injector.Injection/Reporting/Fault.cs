using Injector.Contracts.Diagnostics;

namespace Injector.Injection.Reporting;

/// <summary>A reason to deny a pod.</summary>
/// <param name="Stage">Where the reference would have found it.</param>
/// <param name="Order">Its place within the stage.</param>
/// <param name="Words">The reference's words, which callers may look for; may be empty.</param>
/// <param name="Diagnostic">Our own words.</param>
internal sealed record Fault(DenialStage Stage, int Order, string Words, Diagnostic Diagnostic);
