using System.Security.Cryptography.X509Certificates;
using Injector.Sandbox.Certificates;

namespace Injector.Sandbox.Tests.Certificates;

public sealed class ServerCertificateTests
{
    [Fact]
    public void Chains_ToItsAuthorityAndNamesTheServer()
    {
        using var certificate = new ServerCertificate(TimeProvider.System, "injector.vault.svc");
        using var leaf = X509Certificate2.CreateFromPemFile(certificate.CertificateFile, certificate.KeyFile);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.ImportFromPem(certificate.AuthorityPem);

        Assert.True(chain.Build(leaf));
        Assert.True(leaf.MatchesHostname("injector.vault.svc"));
        Assert.True(leaf.MatchesHostname("127.0.0.1"));
    }

    [Fact]
    public void Removes_ItsFiles()
    {
        var certificate = new ServerCertificate(TimeProvider.System);

        certificate.Dispose();

        Assert.False(File.Exists(certificate.KeyFile));
    }
}
