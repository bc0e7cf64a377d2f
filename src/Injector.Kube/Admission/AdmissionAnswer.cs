namespace Injector.Kube.Admission;

/// <summary>The answer to an <see cref="AdmissionRequest"/>. Made by <see cref="Allow"/>, <see cref="Patched"/> or <see cref="Deny"/>.</summary>
public sealed record AdmissionAnswer
{
    private AdmissionAnswer(bool isAllowed, string message, ReadOnlyMemory<byte> patch)
    {
        IsAllowed = isAllowed;
        Message = message;
        Patch = patch;
    }

    /// <summary>Whether the object may be stored.</summary>
    public bool IsAllowed { get; }

    /// <summary>Why not; empty when allowed.</summary>
    public string Message { get; }

    /// <summary>The JSON Patch; empty when nothing changes.</summary>
    public ReadOnlyMemory<byte> Patch { get; }

    /// <summary>What <c>kubectl</c> prints. Brought within Kubernetes' limits when written.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What the audit log keeps; keys without a slash. Brought within Kubernetes' limits when written.</summary>
    public IReadOnlyDictionary<string, string> AuditAnnotations { get; init; } = new Dictionary<string, string>();

    /// <summary>The object may be stored as it is.</summary>
    /// <returns>The answer.</returns>
    public static AdmissionAnswer Allow() => new(isAllowed: true, string.Empty, default);

    /// <summary>The object may be stored after this patch.</summary>
    /// <param name="patch">A JSON Patch.</param>
    /// <returns>The answer.</returns>
    public static AdmissionAnswer Patched(ReadOnlyMemory<byte> patch) => new(isAllowed: true, string.Empty, patch);

    /// <summary>The object may not be stored.</summary>
    /// <param name="message">What the user reads.</param>
    /// <returns>The answer.</returns>
    public static AdmissionAnswer Deny(string message) => new(isAllowed: false, message, default);
}
