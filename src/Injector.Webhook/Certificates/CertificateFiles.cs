using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Injector.Webhook.Certificates;

/// <summary>The two PEM files of a serving certificate.</summary>
internal sealed class CertificateFiles
{
    private readonly string _keyFile;

    public CertificateFiles(string certificateFile, string keyFile)
    {
        CertificateFile = certificateFile;
        _keyFile = keyFile;
    }

    public string CertificateFile { get; }

    /// <summary>Reads both files.</summary>
    /// <param name="pair">Their content; null when one cannot be read.</param>
    /// <param name="reason">Why not; null when both were read.</param>
    /// <returns>Whether both files were read.</returns>
    public bool TryRead([NotNullWhen(true)] out CertificatePair? pair, [NotNullWhen(false)] out string? reason)
    {
        pair = null;
        try
        {
            pair = new CertificatePair(File.ReadAllText(CertificateFile), new Contracts.Secrecy.SecretText(File.ReadAllText(_keyFile)));
            reason = null;
            return true;
        }
        catch (IOException)
        {
            reason = $"'{CertificateFile}' or '{_keyFile}' is missing or not a file";
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            reason = $"access to '{CertificateFile}' or '{_keyFile}' is denied";
            return false;
        }
    }

    /// <summary>Makes a serving certificate from two PEM texts.</summary>
    public static bool TryOpen(CertificatePair pair, [NotNullWhen(true)] out ServingCertificate? certificate, [NotNullWhen(false)] out string? reason)
    {
        certificate = null;
        var chain = new X509Certificate2Collection();
        try
        {
            chain.ImportFromPem(pair.CertificatePem);
            if (chain.Count == 0)
            {
                reason = "the file holds no PEM certificate";
                return false;
            }

            using var first = chain[0];
            chain.RemoveAt(0);
            certificate = ServingCertificate.Create(X509Certificate2.CreateFromPem(pair.CertificatePem, pair.KeyPem.Reveal()), chain);
            reason = null;
            return true;
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            reason = "certificate and key do not belong together, or one of them is not PEM";
            return false;
        }
    }
}
