using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Injector.Vault.Connection;

namespace Injector.Vault.Http;

/// <summary>The certificates of one connection pool, read once; a change on disk makes a new pool (<see cref="ReloadingTransport"/>).</summary>
internal sealed class TlsMaterial : IDisposable
{
    private readonly X509Certificate2Collection? _roots;
    private readonly X509Certificate2? _identity;

    private TlsMaterial(X509Certificate2Collection? roots, X509Certificate2? identity)
    {
        _roots = roots;
        _identity = identity;
    }

    /// <exception cref="TlsMaterialException">A file is missing or no PEM.</exception>
    public static TlsMaterial Load(TlsSettings settings) => new(LoadRoots(settings), LoadIdentity(settings));

    public SslClientAuthenticationOptions Options(TlsSettings settings)
    {
        var options = new SslClientAuthenticationOptions
        {
#pragma warning disable CA5398 // The product promises TLS 1.2 as the lowest version; the system's choice could be lower.
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
#pragma warning restore CA5398
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            RemoteCertificateValidationCallback = (_, _, chain, errors) => Accepts(settings.Verification, chain, errors),
        };
        if (!string.IsNullOrEmpty(settings.ServerName))
        {
            options.TargetHost = settings.ServerName;
        }

        if (_roots is not null)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
            policy.CustomTrustStore.AddRange(_roots);
            options.CertificateChainPolicy = policy;
        }

        if (_identity is not null)
        {
            options.ClientCertificateContext = SslStreamCertificateContext.Create(_identity, null, offline: true);
        }

        return options;
    }

    public void Dispose()
    {
        _identity?.Dispose();
        foreach (var root in _roots ?? [])
        {
            root.Dispose();
        }
    }

    private static bool Accepts(ServerVerification verification, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None || verification == ServerVerification.None)
        {
            return true;
        }

        throw new ServerRefusedException(CertificateFaults.Describe(chain, errors));
    }

    private static X509Certificate2Collection? LoadRoots(TlsSettings settings)
    {
        if (settings.Verification == ServerVerification.None)
        {
            return null;
        }

        if (!string.IsNullOrEmpty(settings.CaFile))
        {
            return RootsOf(TlsFiles.ReadText(settings.CaFile), settings.CaFile);
        }

        if (!string.IsNullOrEmpty(settings.CaText))
        {
            return RootsOf(settings.CaText, "the given CA text");
        }

        return string.IsNullOrEmpty(settings.CaFolder) ? null : RootsOf(TlsFiles.ReadFolder(settings.CaFolder), settings.CaFolder);
    }

    private static X509Certificate2Collection RootsOf(string pem, string origin)
    {
        var roots = new X509Certificate2Collection();
        try
        {
            roots.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            throw new TlsMaterialException($"{origin} holds a damaged certificate");
        }

        return roots.Count > 0 ? roots : throw new TlsMaterialException($"{origin} holds no certificate");
    }

    private static X509Certificate2? LoadIdentity(TlsSettings settings)
    {
        if (string.IsNullOrEmpty(settings.ClientCertificateFile) || string.IsNullOrEmpty(settings.ClientKeyFile))
        {
            return null;
        }

        try
        {
            return X509Certificate2.CreateFromPem(TlsFiles.ReadText(settings.ClientCertificateFile), TlsFiles.ReadText(settings.ClientKeyFile));
        }
        catch (CryptographicException)
        {
            throw new TlsMaterialException($"{settings.ClientCertificateFile} and {settings.ClientKeyFile} are not a PEM certificate and its key");
        }
    }
}
