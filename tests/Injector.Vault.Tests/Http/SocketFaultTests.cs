using System.Net;
using System.Net.Sockets;
using Injector.TestKit;
using Injector.Vault.Connection;
using Injector.Vault.Faults;
using Injector.Vault.Http;
using Injector.Vault.Tests.Tls;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Vault.Tests.Http;

/// <summary>What a broken network or a wrong server looks like, over real sockets.</summary>
public sealed class SocketFaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":", VaultFaultKind.Unreachable)]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", VaultFaultKind.Malformed)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n", VaultFaultKind.Malformed)]
    [InlineData("HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<h1>nginx</h1>\n", VaultFaultKind.ServerError)]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 31\r\n\r\n{\"errors\":[\"Vault is sealed\"]}\r\n", VaultFaultKind.Unavailable)]
    [InlineData("", VaultFaultKind.Unreachable)]
    public async Task Answers_AreClassified(string response, VaultFaultKind kind)
    {
        await using var server = SocketServer.Plain(response);

        Assert.Equal(kind, (await SendAsync(new Uri($"http://127.0.0.1:{server.Port}"), TimeProvider.System)).Fault?.Kind);
    }

    [Fact]
    public async Task OversizedHeaders_AreNotRead()
    {
        await using var server = SocketServer.Plain("HTTP/1.1 200 OK\r\nX-Long: " + new string('x', 200_000) + "\r\n\r\n");

        Assert.Equal(VaultFaultKind.Malformed, (await SendAsync(new Uri($"http://127.0.0.1:{server.Port}"), TimeProvider.System)).Fault?.Kind);
    }

    [Fact]
    public async Task NobodyListens_IsUnreachable()
    {
        using var probe = new Socket(SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = Assert.IsType<IPEndPoint>(probe.LocalEndPoint).Port;
        probe.Dispose();

        var fault = (await SendAsync(new Uri($"http://127.0.0.1:{port}"), TimeProvider.System)).Fault;

        Assert.Equal($"GET x: connection refused (127.0.0.1:{port})", fault?.Summary);
    }

    [Fact]
    public async Task UnknownName_IsUnreachable()
    {
        var fault = (await SendAsync(new Uri("http://vault.invalid:8200"), TimeProvider.System)).Fault;

        Assert.Equal(VaultFaultKind.Unreachable, fault?.Kind);
        Assert.Contains("vault.invalid:8200", fault?.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SilentServer_TimesOutAfterTheLimit()
    {
        var time = new FakeTimeProvider();
        var accepted = new TaskCompletionSource();
        await using var server = new SocketServer(() => null, async (_, cancellationToken) =>
        {
            accepted.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        });
        var call = SendAsync(new Uri($"http://127.0.0.1:{server.Port}"), time);
        await accepted.Task.WaitAsync(Cancellation);

        time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(VaultFaultKind.TimedOut, (await call).Fault?.Kind);
    }

    [Fact]
    public async Task UnixSocket_IsSpokenTo()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("vault.sock");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        var call = SendAsync(new Uri($"unix://{path}"), TimeProvider.System);
        using var connection = await listener.AcceptAsync(Cancellation);
        await using var stream = new NetworkStream(connection);

        await SocketServer.AnswerAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n{\"data\":null}", Cancellation);

        Assert.Null((await call).Fault);
    }

    private static async Task<VaultAnswer> SendAsync(Uri address, TimeProvider time)
    {
        var settings = new VaultConnectionSettings { Address = address };
        using var transport = new HttpMessageInvoker(new ReloadingTransport(settings, TimeProvider.System));
        return await new HttpVaultClient(transport, settings, time).SendAsync(VaultRequest.Read("x", null), Cancellation);
    }
}
