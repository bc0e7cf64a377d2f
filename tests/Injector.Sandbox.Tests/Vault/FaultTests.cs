using System.Net;
using Injector.Sandbox.Tests.Contract;
using Injector.Sandbox.Vault.Faults;
using Injector.Sandbox.Vault.Server;

namespace Injector.Sandbox.Tests.Vault;

/// <summary>Faults are shown as asked for, and only as often.</summary>
public sealed class FaultTests
{
    private const string Health = "sys/health";

    [Fact]
    public async Task Answers_TheStatusAskedForAsOftenAsAskedFor()
    {
        await using var time = await VirtualTime.StartAsync();
        time.Server.Faults.Add(new FaultRule { Path = "sys/*", Times = 2, After = 1, Effect = new FaultEffect.Status(429, "slow down") { RetryAfter = 7 } });

        (await time.Vault.ReadAsync(Health)).Expect(HttpStatusCode.OK);
        var refused = (await time.Vault.ReadAsync(Health)).Expect(HttpStatusCode.TooManyRequests);
        (await time.Vault.ReadAsync(Health)).Expect(HttpStatusCode.TooManyRequests);
        (await time.Vault.ReadAsync(Health)).Expect(HttpStatusCode.OK);

        Assert.Equal("slow down", refused.Errors);
        Assert.Equal([200, 429, 429, 200], time.Server.Journal.All.Select(static record => record.Status));
    }

    [Fact]
    public async Task Leaves_OtherPathsAndMethodsAlone()
    {
        await using var time = await VirtualTime.StartAsync();
        time.Server.Faults.Add(new FaultRule { Path = "sys/health", Method = "PUT", Effect = new FaultEffect.Status(500) });
        time.Server.Faults.Add(new FaultRule { Path = "auth/*", Effect = new FaultEffect.Status(500) });

        (await time.Vault.ReadAsync(Health)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Drops_Connections()
    {
        await using var time = await VirtualTime.StartAsync();
        time.Server.Faults.Add(new FaultRule { Path = Health, Times = 1, Effect = new FaultEffect.DropConnection() });

        await Assert.ThrowsAsync<HttpRequestException>(() => time.Vault.ReadAsync(Health));
        (await time.Vault.ReadAsync(Health)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Truncates_Bodies()
    {
        await using var time = await VirtualTime.StartAsync();
        time.Server.Faults.Add(new FaultRule { Path = Health, Effect = new FaultEffect.Truncate(10) });

        await Assert.ThrowsAsync<HttpRequestException>(() => time.Vault.ReadAsync(Health));
    }

    [Fact]
    public async Task Inflates_Bodies()
    {
        await using var time = await VirtualTime.StartAsync();
        time.Server.Faults.Add(new FaultRule { Path = Health, Effect = new FaultEffect.Oversize(1_000_000) });

        Assert.InRange((await time.Vault.ReadAsync(Health)).Text.Length, 1_000_000, 1_001_000);
    }

    [Fact]
    public async Task Answers_WhatIsNotJson()
    {
        await using var time = await VirtualTime.StartAsync();
        time.Server.Faults.Add(new FaultRule { Effect = new FaultEffect.PlainText(502, "<html>bad gateway</html>") });

        Assert.Equal("<html>bad gateway</html>", (await time.Vault.ReadAsync(Health)).Expect(HttpStatusCode.BadGateway).Text);
    }

    [Fact]
    public async Task Waits_OnTheServersClock()
    {
        await using var time = await VirtualTime.StartAsync();
        time.Server.Faults.Add(new FaultRule { Path = Health, Latency = TimeSpan.FromHours(1) });

        var slow = time.Vault.ReadAsync(Health);
        Assert.False(slow.IsCompleted);
        while (!slow.IsCompleted)
        {
            time.Clock.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
        }

        (await slow).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Stalls_UntilTheClientGoes()
    {
        await using var time = await VirtualTime.StartAsync();
        time.Server.Faults.Add(new FaultRule { Path = Health, Effect = new FaultEffect.Stall() });
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource();

        var call = http.GetAsync(new Uri(time.Server.Address, "/v1/sys/health"), patience.Token);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Compresses_Bodies()
    {
        await using var time = await VirtualTime.StartAsync();
        time.Server.Faults.Add(new FaultRule { Path = Health, Effect = new FaultEffect.Compress() });
        using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip };
        using var http = new HttpClient(handler);

        var text = await http.GetStringAsync(new Uri(time.Server.Address, "/v1/sys/health"), TestContext.Current.CancellationToken);

        Assert.Contains("\"initialized\":true", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_EverythingButItsStateWhenSealed()
    {
        await using var time = await VirtualTime.StartAsync();
        time.Server.Seal();

        (await time.Vault.ReadAsync(Health)).Expect(HttpStatusCode.ServiceUnavailable);
        Assert.Equal("Vault is sealed", (await time.Vault.ReadAsync("sys/mounts")).Expect(HttpStatusCode.ServiceUnavailable).Errors);
        Assert.Equal("true", (await time.Vault.ReadAsync("sys/seal-status")).Expect(HttpStatusCode.OK).Body["sealed"]?.ToString());
        (await time.Vault.ReadAsync($"{Health}?sealedcode=200")).Expect(HttpStatusCode.OK);
        (await time.Vault.WriteAsync("sys/unseal", new() { ["key"] = "wrong" })).Expect(HttpStatusCode.BadRequest);
        (await time.Vault.WriteAsync("sys/unseal", new() { ["key"] = time.Server.UnsealKey.Reveal() })).Expect(HttpStatusCode.OK);
        (await time.Vault.ReadAsync("sys/mounts")).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(NodeRole.Standby, "", 429)]
    [InlineData(NodeRole.Standby, "?standbyok=true", 200)]
    [InlineData(NodeRole.Standby, "?standbycode=299", 299)]
    [InlineData(NodeRole.PerformanceStandby, "", 473)]
    [InlineData(NodeRole.PerformanceStandby, "?perfstandbyok=true", 200)]
    [InlineData(NodeRole.DisasterRecoverySecondary, "", 472)]
    [InlineData(NodeRole.Active, "?activecode=299", 299)]
    public async Task Tells_ItsRoleByTheCodeOfHealth(NodeRole role, string query, int code)
    {
        await using var time = await VirtualTime.StartAsync();

        time.Server.Become(role, active: null);

        Assert.Equal(code, (int)(await time.Vault.ReadAsync(Health + query)).Status);
    }

    [Fact]
    public async Task Redirects_ToTheActiveNodeWhenStandby()
    {
        await using var active = await VirtualTime.StartAsync();
        await using var standby = await VirtualTime.StartAsync();
        standby.Server.Become(NodeRole.Standby, active.Server.Address);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler);

        using var response = await http.GetAsync(new Uri(standby.Server.Address, "/v1/kv/data/a?version=2"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Equal(new Uri(active.Server.Address, "/v1/kv/data/a?version=2"), response.Headers.Location);
    }
}
