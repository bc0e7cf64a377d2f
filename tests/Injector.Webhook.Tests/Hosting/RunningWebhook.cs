using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Injector.Webhook.Certificates;
using Injector.Webhook.Hosting;
using Injector.Webhook.Settings;
using Injector.Webhook.Tests.Certificates;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Webhook.Tests.Hosting;

/// <summary>A webhook on a loopback socket, with a certificate in files of its own, on fake time.</summary>
internal sealed class RunningWebhook : IAsyncDisposable
{
    private readonly SocketsHttpHandler _handler;
    private readonly HttpClient _http;

    private RunningWebhook(WebhookHost host, TestCertificateFiles files, FakeTimeProvider time, MemoryStream log)
    {
        Host = host;
        Files = files;
        Time = time;
        LogStream = log;
        Address = host.Addresses[0];
        _handler = files.TrustingHandler();
        _http = new HttpClient(_handler, disposeHandler: false) { BaseAddress = Address };
    }

    public WebhookHost Host { get; }

    public TestCertificateFiles Files { get; }

    public FakeTimeProvider Time { get; }

    public Uri Address { get; }

    public string Log => Encoding.UTF8.GetString(LogStream.ToArray());

    private MemoryStream LogStream { get; }

    public static Task<RunningWebhook> StartAsync(params string[] flags) => StartAsync(WithoutCluster, static settings => settings, flags);

    public static Task<RunningWebhook> StartAsync(ClusterAccess cluster, string[] flags) => StartAsync(cluster, static settings => settings, flags);

    public static Task<RunningWebhook> StartAsync(Func<WebhookSettings, WebhookSettings> change, params string[] flags) => StartAsync(WithoutCluster, change, flags);

    private static ClusterAccess WithoutCluster => new(Api: null, "injector", "this is a test");

    private static async Task<RunningWebhook> StartAsync(ClusterAccess cluster, Func<WebhookSettings, WebhookSettings> change, string[] flags)
    {
        var files = new TestCertificateFiles();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        string[] all = ["-listen=127.0.0.1:0", $"-tls-cert-file={files.CertificateFile}", $"-tls-key-file={files.KeyFile}", "-vault-address=http://vault:8200", "-shutdown-delay=0s", .. flags];
        var faults = WebhookSettingsReader.Read(all, static _ => null, out var settings);
        Assert.Empty(faults);
        Assert.NotNull(settings);
        settings = change(settings);
        var log = new MemoryStream();
        var host = new WebhookHost(settings, cluster, Stream.Synchronized(log), time);
        Assert.Null(await host.StartAsync(TestContext.Current.CancellationToken));
        return new RunningWebhook(host, files, time, log);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async Task<(HttpStatusCode Status, string Text)> PostAsync(string path, byte[] body, string? contentType)
    {
        using var content = new ByteArrayContent(body);
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        using var response = await _http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task<(HttpStatusCode Status, string Text)> ReviewAsync(string body) => PostAsync("/mutate", Encoding.UTF8.GetBytes(body), "application/json");

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _handler.Dispose();
        await Host.DisposeAsync();
        Files.Dispose();
    }
}
