using System.Net;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>Section 4: the own token.</summary>
public sealed class TokenCases(SandboxFixture sandbox) : ContractCases(sandbox)
{
    private const string Nothing = """path "nothing" { capabilities = ["read"] }""";

    [Theory, OnEverySystem]
    public async Task S4_LookupSelf_TellsEverything(SystemKind system)
    {
        await using var vault = Open(system);
        var token = await vault.TokenAsync(Nothing, Json("""{"ttl":"10m","explicit_max_ttl":"1h","meta":{"team":"a"},"display_name":"x","num_uses":0}"""));

        var data = (await vault.ReadAsync("auth/token/lookup-self", token)).Expect(HttpStatusCode.OK).Data;

        foreach (var key in (string[])["id", "accessor", "ttl", "creation_ttl", "creation_time", "expire_time", "renewable", "type", "policies", "display_name", "path",
            "orphan", "num_uses", "explicit_max_ttl", "entity_id", "meta", "issue_time"])
        {
            Assert.True(data.ContainsKey(key), $"'{key}' is missing");
        }

        Assert.Equal(token, data["id"]?.ToString());
        Assert.Equal("600", data["creation_ttl"]?.ToString());
        Assert.Equal("3600", data["explicit_max_ttl"]?.ToString());
        Assert.Equal("a", data["meta"]?["team"]?.ToString());
        Assert.Equal("auth/token/create", data["path"]?.ToString());
        Assert.Equal("token-x", data["display_name"]?.ToString());
        Assert.Equal("service", data["type"]?.ToString());
        Assert.InRange(int.Parse(data["ttl"]?.ToString() ?? "0", null), 590, 600);
    }

    [Theory, OnEverySystem]
    public async Task S4_LookupSelf_403_WithABadToken(SystemKind system)
    {
        await using var vault = Open(system);

        (await vault.ReadAsync("auth/token/lookup-self", UnknownToken)).Expect(HttpStatusCode.Forbidden);
    }

    [Theory, OnEverySystem]
    public async Task S4_LookupSelf_ARootTokenWithoutAnEndHasNoExpireTime(SystemKind system)
    {
        await using var vault = Open(system);

        var data = (await vault.ReadAsync("auth/token/lookup-self")).Expect(HttpStatusCode.OK).Data;

        Assert.Equal("""["root"]""", data["policies"]?.ToJsonString());
        Assert.Equal("0", data["ttl"]?.ToString());
        Assert.True(data.ContainsKey("expire_time"));
        Assert.Null(data["expire_time"]);
    }

    [Theory, OnEverySystem]
    public async Task S4_RenewSelf_APeriodicTokenGetsItsPeriod(SystemKind system)
    {
        await using var vault = Open(system);
        var token = await vault.TokenAsync(Nothing, Json("""{"period":"1h"}"""));

        var data = (await vault.ReadAsync("auth/token/lookup-self", token)).Expect(HttpStatusCode.OK).Data;
        var renewed = await vault.WriteAsync("auth/token/renew-self", Json("""{"increment":60}"""), token);

        Assert.Equal("3600", data["period"]?.ToString());
        Assert.Equal("3600", renewed.Expect(HttpStatusCode.OK).Auth["lease_duration"]?.ToString());
    }

    [Theory, OnEverySystem]
    public async Task S4_RenewSelf_TakesSecondsAndDurations(SystemKind system)
    {
        await using var vault = Open(system);
        var token = await vault.TokenAsync(Nothing, Json("""{"ttl":"10m"}"""));

        var byDefault = await vault.WriteAsync("auth/token/renew-self", Json("""{"increment":0}"""), token);
        var byNumber = await vault.WriteAsync("auth/token/renew-self", Json("""{"increment":1200}"""), token);
        var byText = await vault.WriteAsync("auth/token/renew-self", Json("""{"increment":"1h"}"""), token);

        Assert.Equal("1200", byNumber.Expect(HttpStatusCode.OK).Auth["lease_duration"]?.ToString());
        Assert.Equal("3600", byText.Expect(HttpStatusCode.OK).Auth["lease_duration"]?.ToString());
        Assert.Equal(token, byDefault.Expect(HttpStatusCode.OK).Auth["client_token"]?.ToString());
    }

    [Theory, OnEverySystem]
    public async Task S4_RenewSelf_WarnsWhenItIsCapped(SystemKind system)
    {
        await using var vault = Open(system);
        var token = await vault.TokenAsync(Nothing, Json("""{"ttl":"10m","explicit_max_ttl":"20m"}"""));

        var answer = (await vault.WriteAsync("auth/token/renew-self", Json("""{"increment":"1h"}"""), token)).Expect(HttpStatusCode.OK);

        Assert.InRange(int.Parse(answer.Auth["lease_duration"]?.ToString() ?? "0", null), 1190, 1200);
        Assert.NotEmpty(answer.Body["warnings"] as JsonArray ?? []);
    }

    [Theory, OnEverySystem]
    public async Task S4_RenewSelf_400_WhenNotRenewable(SystemKind system)
    {
        await using var vault = Open(system);
        var token = await vault.TokenAsync(Nothing, Json("""{"ttl":"10m","renewable":false}"""));

        (await vault.WriteAsync("auth/token/renew-self", [], token)).Expect(HttpStatusCode.BadRequest);
    }

    [Theory, OnEverySystem]
    public async Task S4_RevokeSelf_EndsTheTokenAndItsChildren(SystemKind system)
    {
        await using var vault = Open(system);
        var parent = await vault.TokenAsync("""path "auth/token/create" { capabilities = ["update"] }""");
        var child = (await vault.WriteAsync("auth/token/create", [], parent)).Expect(HttpStatusCode.OK).Auth["client_token"]?.ToString();

        (await vault.WriteAsync("auth/token/revoke-self", [], parent)).Expect(HttpStatusCode.NoContent);

        (await vault.ReadAsync("auth/token/lookup-self", parent)).Expect(HttpStatusCode.Forbidden);
        (await vault.ReadAsync("auth/token/lookup-self", child)).Expect(HttpStatusCode.Forbidden);
    }

    [Theory, OnEverySystem]
    public async Task S4_ATokenWithoutTheDefaultPolicyMayNotLookAtItself(SystemKind system)
    {
        await using var vault = Open(system);
        var token = await vault.TokenAsync(Nothing, Json("""{"no_default_policy":true}"""));

        (await vault.ReadAsync("auth/token/lookup-self", token)).Expect(HttpStatusCode.Forbidden);
    }

    [Theory, OnEverySystem]
    public async Task S3_NumUses_EveryCallUsesOneUp(SystemKind system)
    {
        await using var vault = Open(system);
        var token = await vault.TokenAsync(Nothing, Json("""{"num_uses":2}"""));

        (await vault.ReadAsync("auth/token/lookup-self", token)).Expect(HttpStatusCode.OK);
        (await vault.ReadAsync("auth/token/lookup-self", token)).Expect(HttpStatusCode.OK);
        (await vault.ReadAsync("auth/token/lookup-self", token)).Expect(HttpStatusCode.Forbidden);
    }

    [Theory, OnEverySystem]
    public async Task S7_6_TokenCreate_AnswersInAuth(SystemKind system)
    {
        await using var vault = Open(system);

        var answer = (await vault.WriteAsync("auth/token/create", Json("""{"policies":["default"],"ttl":"5m"}"""))).Expect(HttpStatusCode.OK);

        Assert.Null(answer.Body["data"]);
        Assert.Equal("300", answer.Auth["lease_duration"]?.ToString());
        Assert.Equal("false", answer.Auth["orphan"]?.ToString());

        // Login MFA came with 1.10, and the number of uses not long after it.
        string[] since10 = await vault.IsAtLeastAsync("1.10") ? ["mfa_requirement"] : [];
        string[] since14 = await vault.IsAtLeastAsync("1.14") ? ["num_uses"] : [];
        foreach (var key in (string[])["client_token", "accessor", "policies", "token_policies", "metadata", "renewable", "entity_id", "token_type", .. since10, .. since14])
        {
            Assert.True(answer.Auth.ContainsKey(key), $"'{key}' is missing");
        }
    }

    [Theory, OnEverySystem]
    public async Task S7_6_TokenCreate_GivesNoMoreThanTheCallerHas(SystemKind system)
    {
        await using var vault = Open(system);
        var token = await vault.TokenAsync("""path "auth/token/create" { capabilities = ["update"] }""");

        (await vault.WriteAsync("auth/token/create", Json("""{"policies":["other"]}"""), token)).Expect(HttpStatusCode.BadRequest);
        (await vault.WriteAsync("auth/token/create", Json("""{"policies":["root"]}"""), token)).Expect(HttpStatusCode.BadRequest);
    }

    [Theory, OnEverySystem]
    public async Task S7_6_AnAccessorRevokesItsToken(SystemKind system)
    {
        await using var vault = Open(system);
        var auth = (await vault.WriteAsync("auth/token/create", Json("""{"policies":["default"]}"""))).Auth;

        (await vault.WriteAsync("auth/token/revoke-accessor", new JsonObject { ["accessor"] = auth["accessor"]?.ToString() })).Expect(HttpStatusCode.NoContent);

        (await vault.ReadAsync("auth/token/lookup-self", auth["client_token"]?.ToString())).Expect(HttpStatusCode.Forbidden);
    }
}
