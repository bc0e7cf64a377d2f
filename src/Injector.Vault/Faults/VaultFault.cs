using Injector.Contracts.Diagnostics;

namespace Injector.Vault.Faults;

/// <summary>A failed call. Its texts never hold a token, a query or a body.</summary>
/// <param name="Kind">The class of the failure.</param>
/// <param name="Status">HTTP status; 0 when no answer arrived.</param>
/// <param name="Operation">Method and path, for example <c>GET secret/data/app</c>.</param>
/// <param name="Errors">What the server said, or what the network reported.</param>
public sealed record VaultFault(VaultFaultKind Kind, int Status, string Operation, IReadOnlyList<string> Errors)
{
    /// <summary>The pause the server asked for; null: none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether time alone can heal it: network, load, a sealed server. False for refusals, which somebody has to fix.</summary>
    public bool IsTransient => Kind is VaultFaultKind.Unreachable or VaultFaultKind.TimedOut or VaultFaultKind.NotYetConsistent
        or VaultFaultKind.RateLimited or VaultFaultKind.ServerError or VaultFaultKind.Unavailable or VaultFaultKind.Malformed;

    /// <summary>
    /// Equal for all calls that fail for the same reason, which then need saying once only; null: the reason lies in the call itself. Failures
    /// behind the server have their reason in its text.
    /// </summary>
    public string? SharedCause => Kind switch
    {
        VaultFaultKind.ServerError => Descriptor.Code + string.Join("; ", Errors),
        _ when IsTransient || Kind is VaultFaultKind.Untrusted or VaultFaultKind.InvalidToken => Descriptor.Code,
        _ => null,
    };

    /// <summary>One line: operation, status, errors.</summary>
    public string Summary => Status == 0
        ? $"{Operation}: {string.Join("; ", Errors)}"
        : $"{Operation}: {Status.ToString(System.Globalization.CultureInfo.InvariantCulture)} {(Errors.Count == 0 ? "without a reason" : string.Join("; ", Errors))}";

    /// <summary>The fault as a catalogue entry, for logs, status and termination message.</summary>
    /// <returns>The diagnostic, with the path as subject.</returns>
    public Diagnostic ToDiagnostic() => Descriptor.For(Operation, Operation, Summary);

    private DiagnosticDescriptor Descriptor => Kind switch
    {
        VaultFaultKind.Unreachable => Catalogue.Vault.Unreachable,
        VaultFaultKind.TimedOut => Catalogue.Vault.TimedOut,
        VaultFaultKind.Untrusted => Catalogue.Vault.Untrusted,
        VaultFaultKind.Malformed => Catalogue.Vault.Malformed,
        VaultFaultKind.BadRequest => Catalogue.Vault.BadRequest,
        VaultFaultKind.PermissionDenied => Catalogue.Vault.PermissionDenied,
        VaultFaultKind.InvalidToken => Catalogue.Vault.InvalidToken,
        VaultFaultKind.NotFound => Catalogue.Vault.NotFound,
        VaultFaultKind.RateLimited => Catalogue.Vault.RateLimited,
        VaultFaultKind.ServerError => Catalogue.Vault.ServerError,
        VaultFaultKind.Unavailable => Catalogue.Vault.Unavailable,
        VaultFaultKind.NotYetConsistent => Catalogue.Vault.NotYetConsistent,
        _ => Catalogue.Vault.Rejected,
    };

    /// <inheritdoc/>
    public override string ToString() => Summary;
}
