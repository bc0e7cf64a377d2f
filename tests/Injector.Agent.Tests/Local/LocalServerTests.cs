using System.Net;
using System.Net.Sockets;
using System.Text;
using Injector.Agent.Hosting;
using Injector.Agent.Local;
using Injector.Contracts.Agent.Configuration;
using Injector.TestKit;
using Injector.Vault.Connection;

namespace Injector.Agent.Tests.Local;

/// <summary>agent.md §14, on real sockets.</summary>
public sealed class LocalServerTests : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Shutdown _shutdown = Shutdown.Listen(() => { });
    private readonly TaskCompletionSource _ready = new();
    private readonly List<LocalServer> _servers = [];
    private readonly List<Task> _runs = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A14_Quit_IsAnsweredBeforeTheShutdown()
    {
        var client = Open(new Listener("tcp", "") { EnableQuit = true });

        using var answer = await client.PostAsync(new Uri("/agent/v1/quit", UriKind.Relative), null, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.True(SpinWait.SpinUntil(() => _shutdown.Requested.IsCancellationRequested, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Quit_IsNotThereUnlessEnabled()
    {
        using var answer = await Open(new Listener("tcp", "")).PostAsync(new Uri("/agent/v1/quit", UriKind.Relative), null, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("""{"errors":["no such path"]}""", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Quit_NeedsPost()
    {
        using var answer = await Open(new Listener("tcp", "") { EnableQuit = true }).GetAsync(new Uri("/agent/v1/quit", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.False(_shutdown.Requested.IsCancellationRequested);
    }

    [Theory]
    [InlineData(null, 412)]
    [InlineData("false", 412)]
    [InlineData("true", 200)]
    public async Task RequestHeader_IsCheckedWhenRequired(string? header, int expected)
    {
        var client = Open(new Listener("tcp", "") { RequireRequestHeader = true });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/agent/v1/metrics");
        if (header is not null)
        {
            request.Headers.Add("X-Vault-Request", header);
        }

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(expected, (int)answer.StatusCode);
    }

    [Fact]
    public async Task MetricsOnly_NeedsNoHeaderAndServesNothingElse()
    {
        var client = Open(new Listener("tcp", "") { Role = "metrics_only", RequireRequestHeader = true, EnableQuit = true });

        Assert.Contains("injector_agent_ready 0", await client.GetStringAsync(new Uri("/agent/v1/metrics", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        using var quit = await client.PostAsync(new Uri("/agent/v1/quit", UriKind.Relative), null, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, quit.StatusCode);
    }

    [Theory]
    [InlineData("NONSENSE\r\n\r\n", "400")]
    [InlineData("GET / HTTP/2.0\r\n\r\n", "400")]
    [InlineData("GET x HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.1\r\nbroken\r\n\r\n", "400")]
    [InlineData("G@T /v1/x HTTP/1.1\r\n\r\n", "400")]
    [InlineData(" /v1/x HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET /v1/../../x HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET /agent/v1/cache-clear HTTP/1.1\r\n\r\n", "405")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", "411")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n", "411")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n", "400")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", "400")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxy\r\n0\r\n\r\n", "400")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n", "413")]
    [InlineData("PUT /agent/v1/cache-clear HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2;a=b\r\n{}\r\n0\r\nx: y\r\n\r\n", "200")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n", "413")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "400")]
    [InlineData("GET /v1/sys/health HTTP/1.1\r\n\r\n", "502")]
    public async Task BadRequests_AreRefused(string request, string status) => Assert.StartsWith($"HTTP/1.1 {status} ", await RawAsync(request), StringComparison.Ordinal);

    [Fact]
    public async Task OversizedHeaders_AreRefused() => Assert.StartsWith("HTTP/1.1 431 ", await RawAsync("GET / HTTP/1.1\r\nx: " + new string('a', 9000)), StringComparison.Ordinal);

    [Fact]
    public async Task Wait_ReturnsWhenEverythingIsReady()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("s");
        Serve(ControlSocket.Listen(path), new ControlRoutes(State()));
        var wait = new ControlClient(path).GetAsync(ControlRoutes.WaitPath, Cancellation);
        Assert.Equal(503, (await new ControlClient(path).GetAsync(ControlRoutes.HealthPath, Cancellation))?.Status);

        _ready.SetResult();

        Assert.Equal((200, "ready\n"), await wait);
        Assert.Equal(200, (await new ControlClient(path).GetAsync(ControlRoutes.HealthPath, Cancellation))?.Status);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task Status_IsTextOrJson()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("s");
        Serve(ControlSocket.Listen(path), new ControlRoutes(State()));

        var text = await new ControlClient(path).GetAsync(ControlRoutes.StatusPath, Cancellation);
        var json = await new ControlClient(path).GetAsync(ControlRoutes.StatusPath + "?format=json", Cancellation);

        Assert.Contains("vault    https://vault.test", text?.Body, StringComparison.Ordinal);
        Assert.Contains("\"ready\": false", json?.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LeftoverSocket_IsNoAgent()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("s");
        ControlSocket.Listen(path)?.Dispose();

        Assert.Null(await new ControlClient(path).GetAsync(ControlRoutes.WaitPath, Cancellation));
        Assert.NotNull(ControlSocket.Listen(path));
    }

    [Fact]
    public void Leftovers_AreSocketsOnly()
    {
        using var folder = new TemporaryFolder();
        var (socket, file) = (folder.PathOf("s"), folder.PathOf("f"));
        File.WriteAllText(file, "precious");
        LocalServer.Listen(new UnixDomainSocketEndPoint(socket)).Dispose();
        File.Delete(socket);
        using (var left = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            left.Bind(new UnixDomainSocketEndPoint(socket));
            LocalServer.RemoveLeftover(new UnixDomainSocketEndPoint(socket));
            LocalServer.RemoveLeftover(new UnixDomainSocketEndPoint(file));
        }

        Assert.False(File.Exists(socket));
        Assert.Equal("precious", File.ReadAllText(file));
    }

    [Fact]
    public void LongHome_StillHasASocket()
    {
        var path = ControlSocket.PathFor(new Dictionary<string, string> { ["HOME"] = "/" + new string('x', 200) });

        Assert.True(path.Length < 100, path);
        Assert.Equal("/home/vault/.injector-agent.sock", ControlSocket.PathFor(new Dictionary<string, string>()));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_runs).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _servers.ForEach(server => server.Dispose());
        _shutdown.Dispose();
        _stop.Dispose();
    }

    // Nobody listens there: these tests do not ask Vault.
    private static ApiProxy Proxy() => new(
        new HttpMessageInvoker(new SocketsHttpHandler()), new VaultConnectionSettings { Address = new Uri("http://127.0.0.1:1") }, () => null, ProxyToken.Callers, TimeProvider.System);

    private AgentState State() => new(null, () => null, _ready.Task, new Uri("https://vault.test"), TimeProvider.System);

    private HttpClient Open(Listener listener) =>
        new() { BaseAddress = new Uri($"http://{Serve(LocalServer.Listen(new IPEndPoint(IPAddress.Loopback, 0)), new PublicRoutes(listener, State(), _shutdown, Proxy()))}") };

    private EndPoint? Serve(Socket? socket, ILocalRoutes routes)
    {
        Assert.NotNull(socket);
        var server = new LocalServer(socket, routes, null, TimeProvider.System);
        _servers.Add(server);
        _runs.Add(server.RunAsync(_stop.Token));
        return server.Address;
    }

    private async Task<string> RawAsync(string request)
    {
        var address = Serve(LocalServer.Listen(new IPEndPoint(IPAddress.Loopback, 0)), new PublicRoutes(new Listener("tcp", ""), State(), _shutdown, Proxy()));
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(Assert.IsType<IPEndPoint>(address), Cancellation);
        await socket.SendAsync(Encoding.ASCII.GetBytes(request), Cancellation);
        var buffer = new byte[100];
        return Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer, Cancellation));
    }
}
