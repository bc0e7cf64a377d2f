using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Injector.Webhook.Tests.Certificates;

/// <summary>A self-signed certificate and its key in a folder of its own.</summary>
internal sealed class TestCertificateFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webhook-tests-");

    public TestCertificateFiles() => Write("CN=first");

    public string CertificateFile => Path.Combine(_folder.FullName, "tls.crt");

    public string KeyFile => Path.Combine(_folder.FullName, "tls.key");

    public void Write(string subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddMinutes(-5), now.AddDays(1));
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(CertificateFile, certificate.ExportCertificatePem());
    }

    public void BreakKey()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(KeyFile, other.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>A transport that accepts exactly what the files hold now.</summary>
    public SocketsHttpHandler TrustingHandler() => new() { SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = Accepts } };

    /// <summary>Whether a server shows the certificate of the file.</summary>
    public bool Accepts(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors)
    {
        using var expected = X509CertificateLoader.LoadCertificateFromFile(CertificateFile);
        return shown is X509Certificate2 certificate && certificate.Thumbprint == expected.Thumbprint;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
