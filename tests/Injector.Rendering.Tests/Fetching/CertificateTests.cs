using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Injector.Rendering.Tests.Fakes;
using Injector.Rendering.Tests.Running;
using Injector.Templates.Dependencies;

namespace Injector.Rendering.Tests.Fetching;

/// <summary>The function <c>pkiCert</c>.</summary>
public sealed class CertificateTests
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(10);

    private readonly FakeVault _vault = new();
    private RenderingDriver _driver;
    private int _issued;

    public CertificateTests()
    {
        _vault.On("pki/issue/web", _ => Issue());
        _driver = NewDriver();
    }

    [Fact]
    public async Task A8_ReusesAValidFileAfterARestart()
    {
        await _driver.LoginAsync();
        var first = _driver.Read("web.pem");
        var files = _driver.Files;

        _driver = NewDriver(files);
        await _driver.LoginAsync();
        await _driver.PassAsync(TimeSpan.FromHours(8));

        Assert.Equal(1, _issued);
        Assert.Equal(first, _driver.Read("web.pem"));
    }

    [Fact]
    public async Task A8_IssuesAgainAfter90Percent()
    {
        await _driver.LoginAsync();

        await _driver.PassAsync(TimeSpan.FromHours(8.9));
        Assert.Equal(1, _issued);
        await _driver.PassAsync(TimeSpan.FromHours(0.2));

        Assert.Equal(2, _issued);
        Assert.Equal(2, _driver.Written.Count);
    }

    [Fact]
    public async Task Week_AlwaysAValidCertificate_IssuedOnceEach()
    {
        await _driver.LoginAsync();
        for (var hour = 0; hour < 7 * 24; hour++)
        {
            await _driver.PassAsync(TimeSpan.FromHours(1));
            using var current = X509Certificate2.CreateFromPem(_driver.Read("web.pem"));
            Assert.True(current.NotAfter.ToUniversalTime() > _driver.Time.GetUtcNow().UtcDateTime, $"over in hour {hour}");
        }

        // Each lives for 10 hours and is replaced after 9.
        Assert.InRange(_issued, 18, 20);
        Assert.Equal(_issued, _driver.Written.Count);
    }

    [Fact]
    public async Task NewTokenIssuesNothing()
    {
        await _driver.LoginAsync();
        await _driver.LoginAsync("token-2");

        Assert.Equal(1, _issued);
    }

    private RenderingDriver NewDriver(Injector.Rendering.Tests.Storage.MemoryFileSystem? files = null)
    {
        var certificate = new PkiCertificate("pki/issue/web", DependencyParameters.Of([new("common_name", "web")]), "/v/web.pem");
        return new RenderingDriver(
            _vault,
            RenderingDriver.Settings(RenderingDriver.Template("web.pem", ScriptedTemplate.Of(run => run.Show(run.Get(certificate), "Key", "Cert")))),
            files ?? new Injector.Rendering.Tests.Storage.MemoryFileSystem());
    }

    private (int, string) Issue()
    {
        _issued++;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=web", key, HashAlgorithmName.SHA256);
        var now = _driver.Time.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now, now + Life);
        return (200, JsonSerializer.Serialize(new
        {
            data = new
            {
                certificate = certificate.ExportCertificatePem(),
                private_key = key.ExportPkcs8PrivateKeyPem(),
                issuing_ca = certificate.ExportCertificatePem(),
                expiration = (now + Life).ToUnixTimeSeconds(),
            },
        }));
    }
}
