using System.Net;
using System.Security.Authentication;
using Injector.Sandbox.Administration;
using Injector.Sandbox.Tests.Contract;
using Injector.Sandbox.Vault;

namespace Injector.Sandbox.Tests.Vault;

/// <summary>A server that goes, comes back and changes its certificate.</summary>
public sealed class TransportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_WhatItKnowsWhenItComesBack()
    {
        await using var time = await VirtualTime.StartAsync();
        var kv = await time.Vault.MountAsync("kv");
        await time.Vault.WriteAsync($"{kv}/a", new() { ["x"] = "1" });
        var address = time.Server.Address;

        await time.Server.StopListeningAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => time.Vault.ReadAsync($"{kv}/a"));
        await time.Server.ListenAgainAsync(Stop);

        Assert.Equal(address, time.Server.Address);
        (await time.Vault.ReadAsync($"{kv}/a")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Presents_ANewCertificateToNewConnections()
    {
        await using var server = await SandboxVault.StartAsync(new SandboxVaultOptions { Transport = SandboxTransport.Https }, Stop);
        var health = new Uri(server.Address, "/v1/sys/health");
        using var old = new HttpClient(PinnedRoot.Handler(server.CaCertificatePem));
        (await old.GetAsync(health, Stop)).EnsureSuccessStatusCode();
        var before = server.CaCertificatePem;

        server.ChangeIdentity();

        Assert.NotEqual(before, server.CaCertificatePem);
        using var stale = new HttpClient(PinnedRoot.Handler(before));
        using var current = new HttpClient(PinnedRoot.Handler(server.CaCertificatePem));
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => stale.GetAsync(health, Stop));
        Assert.IsType<AuthenticationException>(error.InnerException);
        (await current.GetAsync(health, Stop)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task S2_3_413_ABodyThatIsTooLarge()
    {
        await using var time = await VirtualTime.StartAsync();
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        using var http = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(time.Server.Address, "/v1/sys/capabilities-self"));
        request.Content = new ByteArrayContent(new byte[33 * 1024 * 1024]);

        // The client waits for leave to send; the server refuses by the length alone.
        request.Headers.ExpectContinue = true;
        using var response = await http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }
}
