using Injector.Kube.Api;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Certificates.SelfSigned;

/// <summary>
/// The serving certificate of this replica. Order that must hold: a certificate of a new authority is shown only when the API servers trust that
/// authority already; until then the former one is shown, which they trust still.
/// </summary>
internal sealed class LeafRenewal
{
    /// <summary>
    /// Time between seeing a bundle published and relying on it, when there is another certificate to show meanwhile: every API server has a cache of
    /// its own that follows within this time.
    /// </summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    private readonly TlsState _tls;
    private readonly IReadOnlyList<string> _hosts;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private Authority? _shown;
    private DateTimeOffset _renewAt;
    private string _trusted = string.Empty;
    private DateTimeOffset _trustedSince;

    public LeafRenewal(TlsState tls, IReadOnlyList<string> hosts, TimeProvider time, ILogger log)
    {
        _tls = tls;
        _hosts = hosts;
        _time = time;
        _log = log;
    }

    /// <summary>Shows the right certificate for this state of things.</summary>
    /// <param name="authority">The authority in use.</param>
    /// <param name="isTrusted">Whether every configuration trusts it.</param>
    public void Reconcile(Authority authority, bool isTrusted)
    {
        var now = _time.GetUtcNow();
        var isSame = _shown?.CertificatePem == authority.CertificatePem;
        if (isSame && now < _renewAt)
        {
            return;
        }

        if (!isSame && !IsSettled(authority, isTrusted, now))
        {
            return;
        }

        var certificate = authority.Sign(_hosts, now);
        _tls.Use(certificate);
        _shown = authority;
        _renewAt = now + ((certificate.NotAfter - now) * 2 / 3);
        Log.CertificateSigned(_log, certificate.NotAfter, _renewAt);
    }

    private bool IsSettled(Authority authority, bool isTrusted, DateTimeOffset now)
    {
        if (!isTrusted)
        {
            _trusted = string.Empty;
            return false;
        }

        if (_trusted != authority.CertificatePem)
        {
            _trusted = authority.CertificatePem;
            _trustedSince = now;
        }

        return _shown is null || now >= _trustedSince + Settling;
    }
}
