using System.Net;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>Section 8: health, capabilities, mounts.</summary>
public sealed class SystemCases(SandboxFixture sandbox) : ContractCases(sandbox)
{
    [Theory, OnEverySystem]
    public async Task S8_Health_200OfAnActiveNode(SystemKind system)
    {
        await using var vault = Open(system);

        var body = (await vault.SendAsync(HttpMethod.Get, "sys/health", body: null, token: null)).Expect(HttpStatusCode.OK).Body;

        Assert.Equal("true", body["initialized"]?.ToString());
        Assert.Equal("false", body["sealed"]?.ToString());
        Assert.Equal("false", body["standby"]?.ToString());
        foreach (var key in (string[])["performance_standby", "replication_performance_mode", "replication_dr_mode", "server_time_utc", "version", "cluster_name", "cluster_id"])
        {
            Assert.True(body.ContainsKey(key), $"'{key}' is missing");
        }
    }

    [Theory, OnEverySystem]
    public async Task S8_Health_TheCodeCanBeChosen(SystemKind system)
    {
        await using var vault = Open(system);

        (await vault.SendAsync(HttpMethod.Get, "sys/health?activecode=204", body: null, token: null)).Expect(HttpStatusCode.NoContent);
    }

    [Theory, OnEverySystem]
    public async Task S8_CapabilitiesSelf_TellsRightsPerPath(SystemKind system)
    {
        await using var vault = Open(system);
        var token = await vault.TokenAsync("""
            path "a/*" { capabilities = ["read", "list"] }
            path "a/b" { capabilities = ["deny"] }
            """);

        var answer = (await vault.WriteAsync("sys/capabilities-self", Json("""{"paths":["a/x","a/b","c"]}"""), token)).Expect(HttpStatusCode.OK);

        Assert.Equal("""["list","read"]""", answer.Data["a/x"]?.ToJsonString());
        Assert.Equal("""["deny"]""", answer.Data["a/b"]?.ToJsonString());
        Assert.Equal("""["deny"]""", answer.Data["c"]?.ToJsonString());
        Assert.Equal("""["deny"]""", answer.Body["c"]?.ToJsonString());
    }

    [Theory, OnEverySystem]
    public async Task S8_CapabilitiesSelf_OfRoot(SystemKind system)
    {
        await using var vault = Open(system);

        Assert.Equal("""["root"]""", (await vault.WriteAsync("sys/capabilities-self", Json("""{"paths":["any"]}"""))).Data["any"]?.ToJsonString());
    }

    [Theory, OnEverySystem]
    public async Task S8_Mounts_ComeTunedAndGo(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountAsync("kv", Json("""{"description":"d","config":{"default_lease_ttl":"1h","max_lease_ttl":"2h"}}"""));

        var mount = (await vault.ReadAsync("sys/mounts")).Data[$"{kv}/"];
        (await vault.WriteAsync($"sys/mounts/{kv}/tune", Json("""{"max_lease_ttl":"3h"}"""))).Expect(HttpStatusCode.NoContent);
        var tuned = (await vault.ReadAsync($"sys/mounts/{kv}/tune")).Expect(HttpStatusCode.OK).Data;
        (await vault.DeleteAsync($"sys/mounts/{kv}")).Expect(HttpStatusCode.NoContent);

        Assert.Equal("d", mount?["description"]?.ToString());
        Assert.Equal("3600", mount?["config"]?["default_lease_ttl"]?.ToString());
        Assert.Equal("10800", tuned["max_lease_ttl"]?.ToString());
        Assert.False((await vault.ReadAsync("sys/mounts")).Data.ContainsKey($"{kv}/"));
    }

    [Theory, OnEverySystem]
    public async Task S8_Policies_CanBeListedReadAndDeleted(SystemKind system)
    {
        await using var vault = Open(system);
        var policy = await vault.PolicyAsync("""path "x" { capabilities = ["read"] }""");

        Assert.Contains(policy, (await vault.ListAsync("sys/policies/acl")).Data["keys"]?.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("capabilities", (await vault.ReadAsync($"sys/policies/acl/{policy}")).Data["policy"]?.ToString(), StringComparison.Ordinal);
        (await vault.DeleteAsync($"sys/policies/acl/{policy}")).Expect(HttpStatusCode.NoContent);
        (await vault.ReadAsync($"sys/policies/acl/{policy}")).Expect(HttpStatusCode.NotFound);
    }

    [Theory, OnEverySystem]
    public async Task S8_Policies_400_WhenTheyCannotBeParsed(SystemKind system)
    {
        await using var vault = Open(system);

        (await vault.WriteAsync($"sys/policies/acl/{vault.Prefix}-bad", Json("""{"policy":"path \"x\" { capabilities = [\"fly\"] }"}"""))).Expect(HttpStatusCode.BadRequest);
        (await vault.WriteAsync($"sys/policies/acl/{vault.Prefix}-bad", Json("""{"policy":"path \"x {"}"""))).Expect(HttpStatusCode.BadRequest);
    }
}
