using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Injector.Webhook.Tests.Hosting;

namespace Injector.Webhook.Tests.Certificates;

public sealed class ClientCertificateTests : IDisposable
{
    private static readonly Oid ClientAuthentication = new("1.3.6.1.5.5.7.3.2");

    private readonly string _caFile = Path.GetTempFileName();
    private readonly X509Certificate2 _authority = Authority();

    [Fact]
    public async Task WithoutOne_AdmissionsAreRefusedAndProbesAnswered()
    {
        await using var webhook = await StartAsync();

        var (status, _) = await webhook.ReviewAsync("{}");
        using var live = await webhook.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal(HttpStatusCode.NoContent, live.StatusCode);
    }

    [Fact]
    public async Task FromTheCa_AdmissionsAreAnswered()
    {
        await using var webhook = await StartAsync();
        using var certificate = Client(_authority);

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(webhook, certificate));
    }

    [Fact]
    public async Task FromAnotherCa_TheHandshakeFails()
    {
        await using var webhook = await StartAsync();
        using var other = Authority();
        using var certificate = Client(other);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => PostAsync(webhook, certificate));
    }

    public void Dispose()
    {
        _authority.Dispose();
        File.Delete(_caFile);
    }

    private static X509Certificate2 Authority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=clients", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority(0));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddMinutes(-5), now.AddDays(2));
    }

    private static X509Certificate2 Client(X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=kube-apiserver", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ClientAuthentication], critical: false));
        var now = TimeProvider.System.GetUtcNow();
        using var bare = request.Create(authority, now.AddMinutes(-4), now.AddDays(1), [1, 2, 3, 4]);
        return bare.CopyWithPrivateKey(key);
    }

    private static async Task<HttpStatusCode> PostAsync(RunningWebhook webhook, X509Certificate2 certificate)
    {
        using var handler = webhook.Files.TrustingHandler();
        handler.SslOptions.ClientCertificates = [certificate];
        handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
        using var http = new HttpClient(handler);
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var answer = await http.PostAsync(new Uri(webhook.Address, "/mutate"), content, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private Task<RunningWebhook> StartAsync()
    {
        File.WriteAllText(_caFile, _authority.ExportCertificatePem());
        return RunningWebhook.StartAsync($"-tls-client-ca-file={_caFile}");
    }
}
