using Injector.Contracts.Diagnostics;

namespace Injector.Cli.Inject;

/// <summary>What a preview found.</summary>
/// <param name="Text">What is printed.</param>
/// <param name="Diagnostics">What was said about which object.</param>
/// <param name="IsDenied">Whether a pod would be denied.</param>
internal sealed record PreviewOutcome(string Text, IReadOnlyList<(string Subject, Diagnostic Diagnostic)> Diagnostics, bool IsDenied);
