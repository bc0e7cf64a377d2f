using System.Net;
using System.Text.Json.Nodes;
using Injector.Contracts.Agent;
using Injector.Sandbox.Vault;
using Injector.Sandbox.Vault.Faults;
using Injector.TestKit;

namespace Injector.Agent.Tests.Hosting;

/// <summary>Whole runs: what other containers ask through the agent.</summary>
public sealed class ProxyHostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Proxy_FollowsTheRedirectOfAStandbyAndReadsCodedAnswers()
    {
        await using var run = await AgentRun.CreateAsync();
        using var client = run.RunAsSidecar();
        run.Workplace.Configuration["api_proxy"] = new JsonObject { ["use_auto_auth_token"] = true };
        var agent = run.RunAsync();
        await run.IsPublishedAsync("first");
        run.Vault.Server.Faults.Add(new FaultRule { Path = "kv/data/app", Times = 1, Effect = new FaultEffect.Redirect(307, run.Vault.Server.Address) });
        run.Vault.Server.Faults.Add(new FaultRule { Path = "kv/data/app", Times = 1, Effect = new FaultEffect.Compress() });

        var secret = JsonNode.Parse(await client.GetStringAsync(new Uri("/v1/kv/data/app", UriKind.Relative), Cancellation));
        using var quit = await client.PostAsync(new Uri("/agent/v1/quit", UriKind.Relative), null, Cancellation);

        Assert.Equal("first", secret?["data"]?["data"]?["password"]?.GetValue<string>());
        Assert.Equal(ExitCodes.Success, (await agent).ExitCode);
    }

    [Fact]
    public async Task P1_Cache_GivesContainersOneLease()
    {
        await using var run = await AgentRun.CreateAsync();
        using var client = run.RunAsSidecar();
        var administrator = run.Vault.Administrator;
        await administrator.WriteAsync("sys/mounts/db", new JsonObject { ["type"] = "database" }, Cancellation);
        await administrator.WriteAsync("db/config/one", new JsonObject { ["plugin_name"] = "in-memory-database-plugin", ["allowed_roles"] = "*" }, Cancellation);
        await administrator.WriteAsync("db/roles/app", new JsonObject { ["db_name"] = "one", ["default_ttl"] = "60s", ["creation_statements"] = "CREATE ROLE" }, Cancellation);
        const string Policy = """path "kv/data/*" { capabilities = ["read"] } path "db/creds/app" { capabilities = ["read"] }""";
        await administrator.WriteAsync("sys/policies/acl/app", new JsonObject { ["policy"] = Policy }, Cancellation);
        run.Workplace.Configuration["cache"] = new JsonObject { ["use_auto_auth_token"] = true };
        var agent = run.RunAsync();
        await run.IsPublishedAsync("first");

        using var first = await client.GetAsync(new Uri("/v1/db/creds/app", UriKind.Relative), Cancellation);
        using var second = await client.GetAsync(new Uri("/v1/db/creds/app", UriKind.Relative), Cancellation);
        using var secret = await client.GetAsync(new Uri("/v1/kv/data/app", UriKind.Relative), Cancellation);
        using var quit = await client.PostAsync(new Uri("/agent/v1/quit", UriKind.Relative), null, Cancellation);

        Assert.Equal(await first.Content.ReadAsStringAsync(Cancellation), await second.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(["MISS", "HIT", "MISS"], new[] { first, second, secret }.Select(static answer => answer.Headers.GetValues("X-Cache").Single()));
        Assert.Equal(1, run.Vault.Server.Journal.Count("db/creds/app"));
        Assert.Equal(ExitCodes.Success, (await agent).ExitCode);
    }

    [Fact]
    public async Task Proxy_WhoseRequestsHang_DoesNotHoldUpTheAgent()
    {
        await using var run = await AgentRun.CreateAsync();
        using var client = run.RunAsSidecar();
        run.Workplace.Configuration["api_proxy"] = new JsonObject { ["use_auto_auth_token"] = true };
        run.Workplace.Configuration["template_config"] = new JsonObject { ["static_secret_render_interval"] = "200ms" };
        var agent = run.RunAsync();
        await run.IsPublishedAsync("first");
        run.Vault.Server.Faults.Add(new FaultRule { Path = "kv/data/other", Effect = new FaultEffect.Stall() });
        var hanging = Enumerable.Range(0, 10).Select(_ => client.GetAsync(new Uri("/v1/kv/data/other", UriKind.Relative), Cancellation)).ToArray();

        // By the second time they are all on their way.
        await run.Vault.WriteSecretAsync("app", new JsonObject { ["password"] = "second" }, Cancellation);
        await run.IsPublishedAsync("second");
        await run.Vault.WriteSecretAsync("app", new JsonObject { ["password"] = "third" }, Cancellation);
        await run.IsPublishedAsync("third");
        Assert.DoesNotContain(hanging, static one => one.IsCompleted);

        using var quit = await client.PostAsync(new Uri("/agent/v1/quit", UriKind.Relative), null, Cancellation);
        Assert.Equal(ExitCodes.Success, (await agent).ExitCode);
    }

    [Fact]
    public async Task Proxy_TellsHowLongToWait()
    {
        await using var run = await AgentRun.CreateAsync();
        using var client = run.RunAsSidecar();
        run.Workplace.Configuration["api_proxy"] = new JsonObject { ["use_auto_auth_token"] = true };
        var agent = run.RunAsync();
        await run.IsPublishedAsync("first");
        run.Vault.Server.Faults.Add(new FaultRule { Path = "kv/data/other", Times = 1, Effect = new FaultEffect.Status(429, "slow down") { RetryAfter = 7 } });

        using var answer = await client.GetAsync(new Uri("/v1/kv/data/other", UriKind.Relative), Cancellation);
        using var quit = await client.PostAsync(new Uri("/agent/v1/quit", UriKind.Relative), null, Cancellation);

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
        Assert.Equal(ExitCodes.Success, (await agent).ExitCode);
    }

    [Theory]
    [InlineData(null, null, "first")]
    [InlineData("true", null, "first")]
    [InlineData("force", "hvs.wrong", "first")]
    public async Task Proxy_AddsTheAgentsTokenAsConfigured(string? use, string? token, string expected)
    {
        await using var run = await AgentRun.CreateAsync();
        using var client = run.RunAsSidecar();
        run.Workplace.Configuration["cache"] = use is null ? new JsonObject() : new JsonObject { ["use_auto_auth_token"] = use };
        var agent = run.RunAsync();
        await run.IsPublishedAsync("first");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/kv/data/app");
        request.Headers.Add("X-Vault-Token", token ?? (use is null ? run.ReadHome(".vault-token") : ""));

        using var answer = await client.SendAsync(request, Cancellation);
        var secret = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        var lookup = use is null ? "" : await client.GetStringAsync(new Uri("/v1/auth/token/lookup-self", UriKind.Relative), Cancellation);
        using var quit = await client.PostAsync(new Uri("/agent/v1/quit", UriKind.Relative), null, Cancellation);

        Assert.Equal(expected, secret?["data"]?["data"]?["password"]?.GetValue<string>());
        Assert.DoesNotContain("hvs.", lookup, StringComparison.Ordinal);
        Assert.DoesNotContain("accessor", lookup, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Success, (await agent).ExitCode);
    }

    [Fact]
    public async Task T9_RevokedToken_LeadsToALoginWhenTheProxyUsesIt()
    {
        await using var run = await AgentRun.CreateAsync();
        using var client = run.RunAsSidecar();
        run.Workplace.Configuration["api_proxy"] = new JsonObject { ["use_auto_auth_token"] = true };
        run.Workplace.Configuration["auto_auth"]?["method"]?.AsObject().Add("min_backoff", "100ms");
        var agent = run.RunAsync();
        await run.IsPublishedAsync("first");
        var revoked = run.ReadHome(".vault-token");
        await run.Vault.Administrator.WriteAsync("auth/token/revoke", new JsonObject { ["token"] = revoked }, Cancellation);

        using var refused = await client.GetAsync(new Uri("/v1/kv/data/app", UriKind.Relative), Cancellation);
        await Eventually.IsTrueAsync(() => run.ReadHome(".vault-token") != revoked, "there is a new token", Cancellation);
        using var answered = await client.GetAsync(new Uri("/v1/kv/data/app", UriKind.Relative), Cancellation);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (refused.StatusCode, answered.StatusCode));
        using var quit = await client.PostAsync(new Uri("/agent/v1/quit", UriKind.Relative), null, Cancellation);
        Assert.Equal(ExitCodes.Success, (await agent).ExitCode);
    }
}
