using Injector.TestKit;
using Injector.TestKit.Network;
using Injector.Vault.Connection;
using Injector.Vault.Faults;
using Injector.Vault.Http;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Vault.Tests.Tls;

/// <summary>agent.md §18, over real sockets.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly TestCertificates _ca = new("ca");
    private readonly TestCertificates _otherCa = new("other");
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CaFile_IsTrusted()
    {
        await using var server = SocketServer.Tls(() => _ca.Server("vault.test"));

        Assert.Null(await FaultAsync(server, new TlsSettings { CaFile = Write("ca.pem", _otherCa.Pem + "\n" + _ca.Pem) }));
    }

    [Fact]
    public async Task CaText_IsTrusted()
    {
        await using var server = SocketServer.Tls(() => _ca.Server("vault.test"));

        Assert.Null(await FaultAsync(server, new TlsSettings { CaText = _ca.Pem }));
    }

    [Fact]
    public async Task CaFolder_IsTrusted()
    {
        await using var server = SocketServer.Tls(() => _ca.Server("vault.test"));
        Write("roots/a.pem", _otherCa.Pem);
        Write("roots/b.pem", _ca.Pem);

        Assert.Null(await FaultAsync(server, new TlsSettings { CaFolder = _folder.PathOf("roots") }));
    }

    [Fact]
    public async Task CaFile_BeatsCaText()
    {
        await using var server = SocketServer.Tls(() => _ca.Server("vault.test"));

        Assert.NotNull(await FaultAsync(server, new TlsSettings { CaFile = Write("ca.pem", _otherCa.Pem), CaText = _ca.Pem }));
    }

    [Fact]
    public async Task ServerOfAnotherCa_IsRefusedWithTheReason()
    {
        await using var server = SocketServer.Tls(() => _ca.Server("vault.test"));

        var fault = await FaultAsync(server, new TlsSettings { CaText = _otherCa.Pem });

        Assert.Equal(VaultFaultKind.Untrusted, fault?.Kind);
        Assert.Equal($"GET x: the server's certificate was not issued by a trusted CA (127.0.0.1:{server.Port})", fault?.Summary);
        Assert.Equal("VI0403", fault?.ToDiagnostic().Code);
    }

    [Fact]
    public async Task ExpiredServerCertificate_IsRefusedWithTheReason()
    {
        await using var server = SocketServer.Tls(() => _ca.Expired("vault.test"));

        Assert.Contains("has expired", (await FaultAsync(server, new TlsSettings { CaText = _ca.Pem }))?.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CertificateForAnotherName_IsRefusedWithTheReason()
    {
        await using var server = SocketServer.Tls(() => _ca.Server("elsewhere.test"));

        Assert.Contains("is for another name", (await FaultAsync(server, new TlsSettings { CaText = _ca.Pem }))?.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServerName_DecidesWhichNameIsLookedFor()
    {
        await using var server = SocketServer.Tls(() => _ca.Server("elsewhere.test"));

        Assert.Null(await FaultAsync(server, new TlsSettings { CaText = _ca.Pem, ServerName = "elsewhere.test" }));
    }

    [Fact]
    public async Task SkippedVerification_TakesAnyServer()
    {
        await using var server = SocketServer.Tls(() => _ca.Expired("elsewhere.test"));

        Assert.Null(await FaultAsync(server, new TlsSettings { CaText = _otherCa.Pem, Verification = ServerVerification.None }));
    }

    [Fact]
    public async Task ClientCertificate_IsShown()
    {
        await using var server = SocketServer.Tls(() => _ca.Server("vault.test"));
        var (certificate, key) = _ca.Client("web");

        Assert.Null(await FaultAsync(server, new TlsSettings { CaText = _ca.Pem, ClientCertificateFile = Write("c.pem", certificate), ClientKeyFile = Write("k.pem", key) }));

        Assert.Equal(["CN=web"], server.Clients);
    }

    [Fact]
    public async Task ReplacedFiles_AreTakenUpWithoutARestart()
    {
        // The server changes its CA; the agent's file follows later.
        var current = _ca.Server("vault.test");
        await using var server = SocketServer.Tls(() => current);
        var (certificate, key) = _ca.Client("one");
        var tls = new TlsSettings { CaFile = Write("ca.pem", _ca.Pem), ClientCertificateFile = Write("c.pem", certificate), ClientKeyFile = Write("k.pem", key) };
        using var transport = new HttpMessageInvoker(new ReloadingTransport(SettingsOf(server, tls), _time));
        var client = new HttpVaultClient(transport, SettingsOf(server, tls), TimeProvider.System);
        Assert.Null((await client.SendAsync(VaultRequest.Read("x", null), Cancellation)).Fault);

        current = _otherCa.Server("vault.test");
        Assert.Equal(VaultFaultKind.Untrusted, (await client.SendAsync(VaultRequest.Read("x", null), Cancellation)).Fault?.Kind);
        Write("ca.pem", _otherCa.Pem);
        (certificate, key) = _otherCa.Client("two");
        Write("c.pem", certificate);
        Write("k.pem", key);

        // After a refusal the files are looked at with the next attempt, without waiting for the interval.
        Assert.Null((await client.SendAsync(VaultRequest.Read("x", null), Cancellation)).Fault);
        Assert.Equal(("CN=one", "CN=two"), (server.Clients[0], server.Clients[^1]));
    }

    [Fact]
    public async Task HalfWrittenCa_KeepsTheOldOne()
    {
        await using var server = SocketServer.Tls(() => _ca.Server("vault.test"));
        var tls = new TlsSettings { CaFile = Write("ca.pem", _ca.Pem) };
        using var transport = new HttpMessageInvoker(new ReloadingTransport(SettingsOf(server, tls), _time));
        var client = new HttpVaultClient(transport, SettingsOf(server, tls), TimeProvider.System);
        Assert.Null((await client.SendAsync(VaultRequest.Read("x", null), Cancellation)).Fault);

        Write("ca.pem", _ca.Pem[..40]);
        _time.Advance(ReloadingTransport.CheckInterval);

        Assert.Null((await client.SendAsync(VaultRequest.Read("x", null), Cancellation)).Fault);
    }

    [Theory]
    [InlineData(null, "does not exist")]
    [InlineData("no certificate", "holds no certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "holds a damaged certificate")]
    public async Task BrokenCaFile_IsNamed(string? content, string reason)
    {
        await using var server = SocketServer.Tls(() => _ca.Server("vault.test"));
        var path = content is null ? _folder.PathOf("missing.pem") : Write("ca.pem", content);

        var fault = await FaultAsync(server, new TlsSettings { CaFile = path });

        Assert.Equal(VaultFaultKind.Untrusted, fault?.Kind);
        Assert.Contains(reason, fault?.Summary, StringComparison.Ordinal);
        Assert.Contains(path, fault?.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlainServer_BehindHttps_IsExplained()
    {
        await using var server = SocketServer.Plain("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");

        var fault = await FaultAsync(server, new TlsSettings { CaText = _ca.Pem });

        Assert.Equal(VaultFaultKind.Untrusted, fault?.Kind);
    }

    [Fact]
    public async Task AProxyThatIsNotThere_IsNamedInPlaceOfTheServer()
    {
        var port = LoopbackPort.Free();
        var (settings, _) = ConnectionReader.Read(
            new() { Address = "https://vault.test:8200" }, new(), new Dictionary<string, string> { ["VAULT_PROXY_ADDR"] = $"http://user:word@127.0.0.1:{port}" });
        using var transport = new HttpMessageInvoker(new ReloadingTransport(settings, _time));

        var answer = await new HttpVaultClient(transport, settings, TimeProvider.System).SendAsync(VaultRequest.Read("x", null), Cancellation);

        Assert.Equal($"GET x: connection refused (the proxy 127.0.0.1:{port})", answer.Fault?.Summary);
    }

    [Fact]
    public async Task ServerName_IsNothingToAPlainServer()
    {
        var head = new TaskCompletionSource<string>();
        await using var server = new SocketServer(() => null, async (stream, cancellationToken) =>
        {
            var buffer = new byte[4096];
            head.SetResult(System.Text.Encoding.Latin1.GetString(buffer, 0, await stream.ReadAsync(buffer, cancellationToken)));
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"u8.ToArray(), cancellationToken);
        });
        var settings = SettingsOf(server, new TlsSettings { ServerName = "vault.test" }) with { Address = new Uri($"http://127.0.0.1:{server.Port}") };
        using var transport = new HttpMessageInvoker(new ReloadingTransport(settings, _time));

        await new HttpVaultClient(transport, settings, TimeProvider.System).SendAsync(VaultRequest.Read("x", null), Cancellation);

        Assert.Contains($"Host: 127.0.0.1:{server.Port}\r\n", await head.Task, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _ca.Dispose();
        _otherCa.Dispose();
        _folder.Dispose();
    }

    private static VaultConnectionSettings SettingsOf(SocketServer server, TlsSettings tls) => new() { Address = new Uri($"https://127.0.0.1:{server.Port}"), Tls = tls };

    private async Task<VaultFault?> FaultAsync(SocketServer server, TlsSettings tls)
    {
        var settings = SettingsOf(server, tls);
        using var transport = new HttpMessageInvoker(new ReloadingTransport(settings, _time));
        var answer = await new HttpVaultClient(transport, settings, TimeProvider.System).SendAsync(VaultRequest.Read("x", null), Cancellation);
        return answer.Fault;
    }

    private string Write(string name, string content)
    {
        var path = _folder.PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "/");
        File.WriteAllText(path, content);
        return path;
    }
}
