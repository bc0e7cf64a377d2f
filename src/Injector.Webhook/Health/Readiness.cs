namespace Injector.Webhook.Health;

/// <summary>Whether an admission would be answered now, and rightly: everything it needs is there, and the process is not about to end.</summary>
internal sealed class Readiness
{
    private readonly IReadOnlyList<ReadinessCondition> _conditions;
    private volatile bool _isEnding;

    public Readiness(params IReadOnlyList<ReadinessCondition> conditions) => _conditions = conditions;

    public bool IsReady => Reason.Length == 0;

    /// <summary>Whether the process has been told to end.</summary>
    public bool IsEnding => _isEnding;

    /// <summary>Why it is not ready; empty when it is.</summary>
    public string Reason => _isEnding ? "shutting down" : _conditions.FirstOrDefault(static condition => !condition.IsMet())?.Missing ?? string.Empty;

    /// <summary>Every condition on a line of its own, for people.</summary>
    public string Report => string.Concat(_conditions
        .Select(static condition => condition.IsMet() ? $"[+] {condition.Subject}\n" : $"[-] {condition.Subject}: {condition.Missing}\n")
        .Append(_isEnding ? "[-] shutting down\n" : "[+] running\n"));

    /// <summary>From now on the process is not ready any more.</summary>
    public void End() => _isEnding = true;
}
