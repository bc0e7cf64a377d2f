using System.Security.Cryptography;
using System.Text;
using Injector.Vault.Connection;

namespace Injector.Vault.Http;

/// <summary>
/// The connection pool, replaced when the content of a CA or client certificate file changes. Files are looked at before a request,
/// at most once per <see cref="CheckInterval"/>, so an idle agent reads nothing.
/// </summary>
public sealed class ReloadingTransport : HttpMessageHandler
{
    /// <summary>Shortest time between two looks at the files.</summary>
    public static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(10);

    // Requests already sent on the old pool end on it.
    private static readonly TimeSpan OldPoolLife = TimeSpan.FromMinutes(2);

    private readonly VaultConnectionSettings _settings;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private Pool? _pool;
    private ITimer? _retirement;
    private long _checkedAt;
    private volatile bool _isTrustInDoubt;

    /// <summary>Makes a transport; nothing is opened or read before the first request.</summary>
    /// <param name="settings">Whom to connect to, and how.</param>
    /// <param name="time">The clock.</param>
    public ReloadingTransport(VaultConnectionSettings settings, TimeProvider time)
    {
        _settings = settings;
        _time = time;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var pool = CurrentPool();
        if (TransportFactory.NamesServer(_settings) && request.RequestUri is { } address)
        {
            request.RequestUri = new UriBuilder(address) { Scheme = Uri.UriSchemeHttp, Port = address.Port }.Uri;
        }
        else if (_settings.Address.Scheme == Uri.UriSchemeHttps && _settings.Tls.ServerName is { Length: > 0 } name)
        {
            request.Headers.Host = name;
        }

        try
        {
            return await pool.Invoker.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.SecureConnectionError || NetworkFaults.IsAboutTrust(exception))
        {
            // The cure is probably a new file: the next attempt looks at once.
            _isTrustInDoubt = true;
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _pool?.Dispose();
            _retirement?.Dispose();
        }

        base.Dispose(disposing);
    }

    private Pool CurrentPool()
    {
        lock (_lock)
        {
            if (_pool is null)
            {
                return _pool = Open(FingerprintOfFiles());
            }

            if (!HasFiles || (!_isTrustInDoubt && _time.GetElapsedTime(_checkedAt) < CheckInterval))
            {
                return _pool;
            }

            if (Replacement(_pool) is not { } replacement)
            {
                return _pool;
            }

            var old = _pool;
            _pool = replacement;
            _retirement?.Dispose();
            _retirement = _time.CreateTimer(static pool => (pool as IDisposable)?.Dispose(), old, OldPoolLife, Timeout.InfiniteTimeSpan);
            return _pool;
        }
    }

    /// <returns>A pool with the new files; null when they did not change, or cannot be used yet.</returns>
    private Pool? Replacement(Pool current)
    {
        try
        {
            var fingerprint = FingerprintOfFiles();
            return fingerprint.AsSpan().SequenceEqual(current.Fingerprint) ? null : Open(fingerprint);
        }
        catch (TlsMaterialException)
        {
            // Files are replaced one after the other; what works stays until the new ones are complete.
            return null;
        }
    }

    private bool HasFiles => _settings.Address.Scheme == Uri.UriSchemeHttps
        && (_settings.Tls.CaFile ?? _settings.Tls.CaFolder ?? _settings.Tls.ClientCertificateFile) is { Length: > 0 };

    private Pool Open(byte[] fingerprint)
    {
        var tls = TlsMaterial.Load(_settings.Address.Scheme == Uri.UriSchemeHttps ? _settings.Tls : new TlsSettings());
        return new Pool(new HttpMessageInvoker(TransportFactory.Create(_settings, tls)), tls, fingerprint);
    }

    private byte[] FingerprintOfFiles()
    {
        _checkedAt = _time.GetTimestamp();
        _isTrustInDoubt = false;
        if (!HasFiles)
        {
            return [];
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in new[] { _settings.Tls.CaFile, _settings.Tls.ClientCertificateFile, _settings.Tls.ClientKeyFile })
        {
            if (!string.IsNullOrEmpty(file))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(TlsFiles.ReadText(file)));
            }
        }

        if (!string.IsNullOrEmpty(_settings.Tls.CaFolder))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(TlsFiles.ReadFolder(_settings.Tls.CaFolder)));
        }

        return hash.GetHashAndReset();
    }

    private sealed record Pool(HttpMessageInvoker Invoker, TlsMaterial Tls, byte[] Fingerprint) : IDisposable
    {
        public void Dispose()
        {
            Invoker.Dispose();
            Tls.Dispose();
        }
    }
}
