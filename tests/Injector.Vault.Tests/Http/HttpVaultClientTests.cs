using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Injector.Contracts.Secrecy;
using Injector.Vault.Connection;
using Injector.Vault.Faults;
using Injector.Vault.Http;
using Injector.Vault.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Vault.Tests.Http;

/// <summary>vault-api.md §1: how requests look.</summary>
public sealed class HttpVaultClientTests
{
    private static readonly VaultConnectionSettings Settings = new() { Address = new Uri("http://vault.test:8200") };
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("secret/data/app", "http://vault.test:8200/v1/secret/data/app")]
    [InlineData("/secret/data/app/", "http://vault.test:8200/v1/secret/data/app")]
    [InlineData("secret/a b/ü#?%", "http://vault.test:8200/v1/secret/a%20b/%C3%BC%23%3F%25")]
    public async Task R1_PathGoesBelowV1WithItsSegmentsEncoded(string path, string expected)
    {
        var sent = await SendAsync(VaultRequest.Read(path, null), Settings);

        Assert.Equal(expected, sent.Address);
    }

    [Fact]
    public async Task R1_AddressMayHaveAPath()
    {
        var sent = await SendAsync(VaultRequest.Read("x", null), Settings with { Address = new Uri("http://gateway.test/vault/") });

        Assert.Equal("http://gateway.test/vault/v1/x", sent.Address);
    }

    [Theory]
    [InlineData(VaultMethod.Read, "GET", "http://vault.test:8200/v1/x", null)]
    [InlineData(VaultMethod.List, "GET", "http://vault.test:8200/v1/x?list=true", null)]
    [InlineData(VaultMethod.Write, "PUT", "http://vault.test:8200/v1/x", "{}")]
    [InlineData(VaultMethod.Delete, "DELETE", "http://vault.test:8200/v1/x", null)]
    public async Task R2_MethodsAndLists(VaultMethod method, string verb, string address, string? body)
    {
        var sent = await SendAsync(new VaultRequest(method, "x"), Settings);

        Assert.Equal((verb, address, body), (sent.Method, sent.Address, sent.Body));
    }

    [Fact]
    public async Task ARequestMayNameANamespaceOfItsOwn()
    {
        var sent = await SendAsync(VaultRequest.Read("x", null) with { Namespace = "team" }, Settings with { Namespace = "other" });

        Assert.Equal("team", sent.Headers["X-Vault-Namespace"]);
    }

    [Fact]
    public async Task R3_BodyIsJson()
    {
        var sent = await SendAsync(VaultRequest.Write("x", null, "{\"a\":1}"u8.ToArray()), Settings);

        Assert.Equal(("application/json", "{\"a\":1}"), (sent.ContentType, sent.Body));
    }

    [Fact]
    public async Task R4_HeadersOfEveryCall()
    {
        var sent = await SendAsync(VaultRequest.Read("x", new SecretText("hvs.abc")), Settings with { Namespace = "team/app" });

        Assert.Equal("true", sent.Headers["X-Vault-Request"]);
        Assert.Equal("hvs.abc", sent.Headers["X-Vault-Token"]);
        Assert.Equal("team/app", sent.Headers["X-Vault-Namespace"]);
        Assert.StartsWith("injector-agent/", sent.Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task R4_NoTokenMeansNoHeader()
    {
        var sent = await SendAsync(VaultRequest.Read("x", null), Settings);

        Assert.False(sent.Headers.ContainsKey("X-Vault-Token"));
        Assert.False(sent.Headers.ContainsKey("X-Vault-Namespace"));
    }

    [Theory]
    [InlineData("hvs.abc\n")]
    [InlineData("hvs abc")]
    [InlineData("hvs.\u0001")]
    [InlineData("hvs.ü")]
    public async Task R5_TokenThatCannotBePrinted_IsNotSent(string token)
    {
        using var handler = new RecordingHandler(HttpStatusCode.OK, "{}");

        var answer = await ClientOf(handler, Settings).SendAsync(VaultRequest.Read("x", new SecretText(token)), Cancellation);

        Assert.Equal(VaultFaultKind.BadRequest, answer.Fault?.Kind);
        Assert.Empty(handler.Sent);
        Assert.DoesNotContain("hvs", answer.Fault?.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R6_WrapTtlIsAHeaderInSeconds()
    {
        var sent = await SendAsync(VaultRequest.Read("x", null) with { WrapTtl = TimeSpan.FromMinutes(5) }, Settings);

        Assert.Equal("300s", sent.Headers["X-Vault-Wrap-TTL"]);
    }

    [Fact]
    public async Task R6_IndexOfAnAnswer_IsSentWithLaterRequests()
    {
        using var handler = new RecordingHandler((_, _) =>
        {
            var response = RecordingHandler.Response(HttpStatusCode.OK, "{}");
            response.Headers.Add("X-Vault-Index", "state");
            return Task.FromResult(response);
        });
        var client = ClientOf(handler, Settings);

        await client.SendAsync(VaultRequest.Read("x", null), Cancellation);
        await client.SendAsync(VaultRequest.Read("x", null), Cancellation);

        Assert.False(handler.Sent[0].Headers.ContainsKey("X-Vault-Index"));
        Assert.Equal("state", handler.Sent[1].Headers["X-Vault-Index"]);
    }

    [Fact]
    public async Task R7_QueryIsSentAsGiven()
    {
        var sent = await SendAsync(VaultRequest.Read("x", null) with { Query = "version=3" }, Settings);

        Assert.Equal("http://vault.test:8200/v1/x?version=3", sent.Address);
    }

    [Fact]
    public async Task R9_SilentServer_TimesOut()
    {
        using var handler = new RecordingHandler(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken);
            return new HttpResponseMessage();
        });
        var call = ClientOf(handler, Settings).SendAsync(VaultRequest.Read("x", null), Cancellation);

        _time.Advance(TimeSpan.FromSeconds(60));

        var fault = (await call).Fault;
        Assert.Equal(VaultFaultKind.TimedOut, fault?.Kind);
        Assert.Equal("GET x: no complete answer from vault.test:8200 within 60 s", fault?.Summary);
    }

    [Fact]
    public async Task R9_CallerWhoCancels_GetsTheCancellation()
    {
        using var stop = new CancellationTokenSource();
        using var handler = new RecordingHandler(async (_, cancellationToken) =>
        {
            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return new HttpResponseMessage();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ClientOf(handler, Settings).SendAsync(VaultRequest.Read("x", null), stop.Token));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    public async Task R9_OneRedirect_IsFollowedWithBodyAndToken(int status)
    {
        using var handler = Redirecting(status, "http://other.test:8200/v1/x");

        var answer = await ClientOf(handler, Settings).SendAsync(VaultRequest.Write("x", new SecretText("t"), "{\"a\":1}"u8.ToArray()), Cancellation);

        Assert.Null(answer.Fault);
        Assert.Equal("http://other.test:8200/v1/x", handler.Sent[1].Address);
        Assert.Equal(("PUT", "{\"a\":1}", "t"), (handler.Sent[1].Method, handler.Sent[1].Body, handler.Sent[1].Headers["X-Vault-Token"]));
    }

    [Fact]
    public async Task R9_RedirectToPlainHttp_IsRefused()
    {
        using var handler = Redirecting(307, "http://other.test/v1/x");

        var answer = await ClientOf(handler, Settings with { Address = new Uri("https://vault.test") }).SendAsync(VaultRequest.Read("x", null), Cancellation);

        Assert.Equal(VaultFaultKind.Untrusted, answer.Fault?.Kind);
        Assert.Single(handler.Sent);
    }

    [Theory]
    [InlineData("ftp://other.test/v1/x")]
    [InlineData("mailto:a@b")]
    [InlineData("unix:///run/vault.sock")]
    [InlineData("//")]
    public async Task R9_RedirectToWhatIsNoHttpAddress_IsAFault(string location)
    {
        using var handler = Redirecting(307, location);

        var answer = await ClientOf(handler, Settings).SendAsync(VaultRequest.Read("x", null), Cancellation);

        Assert.Equal("GET x: 307 the server redirects to what is no http address", answer.Fault?.Summary);
        Assert.Equal(VaultFaultKind.Malformed, answer.Fault?.Kind);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task R9_SecondRedirect_IsAFaultThatSaysSo()
    {
        using var handler = new RecordingHandler((_, _) =>
        {
            var response = RecordingHandler.Response(HttpStatusCode.TemporaryRedirect, "");
            response.Headers.Location = new Uri("/v1/x", UriKind.Relative);
            return Task.FromResult(response);
        });

        var answer = await ClientOf(handler, Settings).SendAsync(VaultRequest.Read("x", null), Cancellation);

        Assert.Equal("GET x: 307 a redirect that is not followed: one is allowed, and it must name a place", answer.Fault?.Summary);
        Assert.Equal(VaultFaultKind.Malformed, answer.Fault?.Kind);
        Assert.Equal(2, handler.Sent.Count);
    }

    [Fact]
    public async Task R10_GzipCodedAnswer_IsRead()
    {
        using var handler = Coded(Zip("{\"data\":{\"a\":\"b\"}}"u8));

        var answer = await ClientOf(handler, Settings).SendAsync(VaultRequest.Read("x", null), Cancellation);

        Assert.Equal("b", answer.Data.Text("a"u8));
    }

    [Fact]
    public async Task R10_GzipCodedAnswer_CountsAtItsFullSize()
    {
        using var handler = Coded(Zip(new byte[ResponseLimits.MaxBodyBytes + 1]));

        var answer = await ClientOf(handler, Settings).SendAsync(VaultRequest.Read("x", null), Cancellation);

        Assert.Equal("GET x: 200 the answer is larger than the agent reads", answer.Fault?.Summary);
    }

    [Fact]
    public async Task R10_AnswerThatIsNotCodedAsItSays_IsAFault()
    {
        using var handler = Coded("{}"u8.ToArray());

        var answer = await ClientOf(handler, Settings).SendAsync(VaultRequest.Read("x", null), Cancellation);

        Assert.Equal("GET x: the answer is called gzip-coded and is not", answer.Fault?.Summary);
        Assert.Equal(VaultFaultKind.Malformed, answer.Fault?.Kind);
    }

    [Theory]
    [InlineData(SocketError.ConnectionRefused, "connection refused")]
    [InlineData(SocketError.HostNotFound, "the name is not known")]
    [InlineData(SocketError.ConnectionReset, "connection reset")]
    public async Task NetworkFaults_AreAnswersInOurWords(SocketError error, string expected)
    {
        using var handler = new RecordingHandler((_, _) => throw new HttpRequestException("x", new SocketException((int)error)));

        var answer = await ClientOf(handler, Settings).SendAsync(VaultRequest.Read("kv/data/app", null), Cancellation);

        Assert.Equal(VaultFaultKind.Unreachable, answer.Fault?.Kind);
        Assert.Equal($"GET kv/data/app: {expected} (vault.test:8200)", answer.Fault?.Summary);
    }

    [Fact]
    public async Task RetryAfter_IsReadInBothForms()
    {
        using var handler = new RecordingHandler((request, _) =>
        {
            var response = RecordingHandler.Response(HttpStatusCode.TooManyRequests, """{"errors":["quota"]}""");
            response.Headers.Add("Retry-After", request.RequestUri?.AbsolutePath switch
            {
                "/v1/seconds" => "7",
                "/v1/days" => "864000",
                _ => "Thu, 01 Jan 2026 00:00:30 GMT",
            });
            return Task.FromResult(response);
        });
        var client = ClientOf(handler, Settings);

        Assert.Equal(TimeSpan.FromSeconds(7), (await client.SendAsync(VaultRequest.Read("seconds", null), Cancellation)).Fault?.RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(30), (await client.SendAsync(VaultRequest.Read("date", null), Cancellation)).Fault?.RetryAfter);
        Assert.Equal(ResponseLimits.LongestRetryAfter, (await client.SendAsync(VaultRequest.Read("days", null), Cancellation)).Fault?.RetryAfter);
    }

    [Fact]
    public async Task OversizedBody_IsNotRead()
    {
        using var handler = new RecordingHandler((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new EndlessStream()) }));

        var answer = await ClientOf(handler, Settings).SendAsync(VaultRequest.Read("x", null), Cancellation);

        Assert.Equal(VaultFaultKind.Malformed, answer.Fault?.Kind);
    }

    [Fact]
    public async Task TruncatedBody_IsAFault()
    {
        using var handler = new RecordingHandler(HttpStatusCode.OK, """{"data":{"a":""");

        Assert.Equal(VaultFaultKind.Malformed, (await ClientOf(handler, Settings).SendAsync(VaultRequest.Read("x", null), Cancellation)).Fault?.Kind);
    }

    private static RecordingHandler Redirecting(int status, string location) => new((request, _) =>
    {
        var isFirst = request.RequestUri?.Host == "vault.test";
        var response = RecordingHandler.Response(isFirst ? (HttpStatusCode)status : HttpStatusCode.OK, "{}");
        response.Headers.Location = isFirst ? new Uri(location, UriKind.RelativeOrAbsolute) : null;
        return Task.FromResult(response);
    });

    private static RecordingHandler Coded(byte[] body) => new((_, _) =>
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentEncoding.Add("gzip");
        return Task.FromResult(response);
    });

    private static byte[] Zip(ReadOnlySpan<byte> text)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Fastest))
        {
            zip.Write(text);
        }

        return target.ToArray();
    }

    private static async Task<SentRequest> SendAsync(VaultRequest request, VaultConnectionSettings settings)
    {
        using var handler = new RecordingHandler(HttpStatusCode.OK, "{}");
        var client = new HttpVaultClient(new HttpMessageInvoker(handler), settings, TimeProvider.System);
        Assert.Null((await client.SendAsync(request, Cancellation)).Fault);
        return Assert.Single(handler.Sent);
    }

    private HttpVaultClient ClientOf(HttpMessageHandler handler, VaultConnectionSettings settings) => new(new HttpMessageInvoker(handler), settings, _time);

    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(buffer.Length);
    }
}
