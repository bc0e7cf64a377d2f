using Injector.Contracts.Diagnostics;

namespace Injector.Injection;

/// <summary>The answer for one pod; a value, whatever the pod looks like.</summary>
public sealed record InjectionResult
{
    /// <summary>What became of the pod.</summary>
    public required InjectionDecision Decision { get; init; }

    /// <summary>Machine-readable reason for logs and metrics: a word such as <c>injected</c>, or the code of the first fault.</summary>
    public required string ReasonCode { get; init; }

    /// <summary>The full text of a denial, for <c>status.message</c>. Empty when the pod is allowed.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>The RFC 6902 patch as UTF-8 JSON. Empty when nothing changes.</summary>
    public ReadOnlyMemory<byte> Patch { get; init; }

    /// <summary>All faults and warnings, faults first.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The texts for <c>response.warnings</c>, within Kubernetes' limits.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>For <c>response.auditAnnotations</c>: version, mode, number of secrets, origin of settings.</summary>
    public IReadOnlyDictionary<string, string> AuditAnnotations { get; init; } = new Dictionary<string, string>();

    /// <summary>Number of files the agent will render.</summary>
    public int SecretCount { get; init; }

    /// <summary>Which containers are added.</summary>
    public InjectionKind Kind { get; init; }

    /// <summary>Whether the pod may be created.</summary>
    public bool IsAllowed => Decision != InjectionDecision.Denied;
}
