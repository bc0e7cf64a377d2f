using Injector.Contracts.Diagnostics;
using Injector.Vault.Faults;

namespace Injector.Rendering.Fetching;

/// <summary>Why a fetch gave nothing.</summary>
/// <param name="Diagnostic">For people.</param>
/// <param name="Persistence">Whether it can pass by itself.</param>
internal sealed record FetchFault(Diagnostic Diagnostic, FaultPersistence Persistence)
{
    /// <summary>The pause the server asked for; zero: none.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>Equal for all secrets that fail for the same reason; null: the reason lies in the secret.</summary>
    public string? SharedCause { get; init; }

    /// <summary>Whether the token itself was refused.</summary>
    public bool IsInvalidToken { get; init; }

    /// <summary>Whether the right to the secret is missing.</summary>
    public bool IsDenied { get; init; }

    public static FetchFault Of(VaultFault fault) => new(
        fault.ToDiagnostic(),
        fault.IsTransient || fault.Kind == VaultFaultKind.InvalidToken ? FaultPersistence.Transient : FaultPersistence.Lasting)
    {
        RetryAfter = fault.RetryAfter ?? TimeSpan.Zero,
        SharedCause = fault.SharedCause,
        IsInvalidToken = fault.Kind == VaultFaultKind.InvalidToken,
        IsDenied = fault.Kind == VaultFaultKind.PermissionDenied,
    };

    /// <summary>There is no such secret, or its version was deleted or destroyed.</summary>
    public static FetchFault Gone(string operation, string reason) =>
        Of(new VaultFault(VaultFaultKind.NotFound, 404, operation, [reason]));
}
