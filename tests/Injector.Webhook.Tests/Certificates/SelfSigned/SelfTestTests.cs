using Injector.Webhook.Certificates.SelfSigned;
using Injector.Webhook.Monitoring;
using Injector.Webhook.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Injector.Webhook.Tests.Certificates.SelfSigned;

public sealed class SelfTestTests
{
    [Fact]
    public async Task Succeeds_WithThePublishedBundle() => Assert.True(await TestAsync(static webhook => File.ReadAllText(webhook.Files.CertificateFile)));

    [Fact]
    public async Task Fails_WithAnotherBundle() =>
        Assert.False(await TestAsync(static webhook => Authority.Create(webhook.Time.GetUtcNow()).CertificatePem));

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public async Task Fails_WithoutAUsableBundle(string bundle) => Assert.False(await TestAsync(_ => bundle));

    [Fact]
    public void Service_IsTheLongestServiceName() =>
        Assert.Equal(new Uri("https://hook.ns.svc"), SelfTest.ServiceAmong(["hook", "hook.svc", "hook.ns.svc", "10.0.0.1"]));

    [Fact]
    public void NoServiceName_MeansNoTest() => Assert.Null(SelfTest.ServiceAmong(["localhost"]));

    private static async Task<bool> TestAsync(Func<RunningWebhook, string> bundle)
    {
        await using var webhook = await RunningWebhook.StartAsync();
        var metrics = new BundleMetrics();
        var test = new SelfTest(webhook.Address, () => bundle(webhook), metrics, TimeProvider.System, NullLogger.Instance);

        await test.RunOnceAsync(TestContext.Current.CancellationToken);

        return metrics.SelfTest == SelfTestResult.Succeeded;
    }
}
