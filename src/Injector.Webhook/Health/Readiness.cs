namespace Injector.Webhook.Health;

/// <summary>Whether an admission would be answered now. Ready means: there is a certificate, and the process is not about to end.</summary>
internal sealed class Readiness
{
    private readonly Func<bool> _hasCertificate;
    private volatile bool _isEnding;

    public Readiness(Func<bool> hasCertificate) => _hasCertificate = hasCertificate;

    public bool IsReady => !_isEnding && _hasCertificate();

    /// <summary>Whether the process has been told to end.</summary>
    public bool IsEnding => _isEnding;

    /// <summary>Why it is not ready; empty when it is.</summary>
    public string Reason => _isEnding ? "shutting down" : _hasCertificate() ? string.Empty : "no serving certificate yet";

    /// <summary>From now on the process is not ready any more.</summary>
    public void End() => _isEnding = true;
}
