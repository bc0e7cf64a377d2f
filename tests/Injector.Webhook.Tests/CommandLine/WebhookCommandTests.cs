using System.Text;
using Injector.Contracts.Agent;
using Injector.Contracts.Diagnostics;
using Injector.Webhook.CommandLine;
using Injector.Webhook.Tests.Certificates;

namespace Injector.Webhook.Tests.CommandLine;

public sealed class WebhookCommandTests : IDisposable
{
    private readonly MemoryStream _output = new();
    private readonly StringWriter _errors = new();
    private readonly TestCertificateFiles _files = new();

    [Fact]
    public async Task Prints_Version()
    {
        Assert.Equal(ExitCodes.Success, await RunAsync("version"));
        Assert.StartsWith("injector-webhook 0.", Encoding.UTF8.GetString(_output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_UnknownSubcommand()
    {
        Assert.Equal(ExitCodes.Usage, await RunAsync("serve"));
        Assert.Contains("'serve'", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_StartWithEveryFaultOnALineOfItsOwn()
    {
        Assert.Equal(ExitCodes.Usage, await RunAsync("agent-inject", "-cpu-limit=lots", $"-tls-cert-file={_files.CertificateFile}"));

        var lines = _errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([Catalogue.Webhook.BadOptionValue.Code, Catalogue.Webhook.NoVaultAddress.Code, Catalogue.Webhook.OptionNeedsOther.Code], lines.Select(static line => line[..6]));
    }

    [Fact]
    public async Task Refuses_StartWithoutReadableCertificate()
    {
        var code = await RunAsync("agent-inject", "-listen=127.0.0.1:0", "-vault-address=http://v", "-tls-cert-file=/nowhere/tls.crt", "-tls-key-file=/nowhere/tls.key");

        Assert.Equal(ExitCodes.Failure, code);
        Assert.Contains(Catalogue.Webhook.UnreadableFile.Code, _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_StartWithForeignKey()
    {
        _files.BreakKey();

        Assert.Equal(ExitCodes.Failure, await ServeAsync());
        Assert.Contains(Catalogue.Webhook.UnusableCertificate.Code, _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_WithZeroWhenAskedTo()
    {
        Assert.Equal(ExitCodes.Success, await ServeAsync());
        Assert.Contains("Ended.", Encoding.UTF8.GetString(_output.ToArray()), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        _files.Dispose();
    }

    private Task<int> ServeAsync() => RunAsync(
        "agent-inject", "-listen=127.0.0.1:0", "-vault-address=http://v", $"-tls-cert-file={_files.CertificateFile}", $"-tls-key-file={_files.KeyFile}", "-shutdown-delay=0s", "2>&1");

    private Task<int> RunAsync(params string[] arguments) =>
        new WebhookCommand(static _ => null, _output, _errors, TimeProvider.System).RunAsync(arguments, Task.CompletedTask);
}
