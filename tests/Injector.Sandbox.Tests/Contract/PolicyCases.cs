using System.Net;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>How policies decide: the same questions put to every server through <c>sys/capabilities-self</c> and through calls.</summary>
public sealed class PolicyCases(SandboxFixture sandbox) : ContractCases(sandbox)
{
    [Theory, OnEverySystem]
    public async Task Policies_TheMostSpecificPathDecidesAlone(SystemKind system)
    {
        await using var vault = Open(system);
        var token = await vault.TokenAsync("""
            path "s/*" { capabilities = ["read", "list", "update"] }
            path "s/team/*" { capabilities = ["read"] }
            path "s/+/app" { capabilities = ["list"] }
            path "s/team/app" { capabilities = ["delete"] }
            path "s/+/+/x" { capabilities = ["create"] }
            path "s/+/b/*" { capabilities = ["update"] }
            """);

        var rights = (await vault.WriteAsync("sys/capabilities-self", Json("""{"paths":["s/a","s/team/a","s/other/app","s/team/app","s/k/l/x","s/k/b/x","s/k/b/y"]}"""), token)).Data;

        Assert.Equal("""["list","read","update"]""", rights["s/a"]?.ToJsonString());
        Assert.Equal("""["read"]""", rights["s/team/a"]?.ToJsonString());
        Assert.Equal("""["list"]""", rights["s/other/app"]?.ToJsonString());
        Assert.Equal("""["delete"]""", rights["s/team/app"]?.ToJsonString());
        Assert.Equal("""["create"]""", rights["s/k/l/x"]?.ToJsonString());
        Assert.Equal("""["create"]""", rights["s/k/b/x"]?.ToJsonString());

        // Vault's order surprises here: of two globs whose first wildcard is at the same place, the one with fewer '+' wins, however short.
        Assert.Equal("""["list","read","update"]""", rights["s/k/b/y"]?.ToJsonString());
    }

    [Theory, OnEverySystem]
    public async Task Policies_ADenialInOneBeatsARightInAnotherForTheSamePath(SystemKind system)
    {
        await using var vault = Open(system);
        var allow = await vault.PolicyAsync("""path "s/*" { capabilities = ["read"] }""");
        var deny = await vault.PolicyAsync("""path "s/*" { capabilities = ["deny"] }""");
        var token = (await vault.WriteAsync("auth/token/create", new JsonObject { ["policies"] = new JsonArray(JsonValue.Create(allow), JsonValue.Create(deny)) })).Auth["client_token"]?.ToString();

        Assert.Equal("""["deny"]""", (await vault.WriteAsync("sys/capabilities-self", Json("""{"paths":["s/a"]}"""), token)).Data["s/a"]?.ToJsonString());
    }

    [Theory, OnEverySystem]
    public async Task Policies_RightsOfSeveralForTheSamePathAreAdded(SystemKind system)
    {
        await using var vault = Open(system);
        var one = await vault.PolicyAsync("""path "s/*" { capabilities = ["read"] }""");
        var other = await vault.PolicyAsync("""path "s/*" { capabilities = ["list"] }""");
        var token = (await vault.WriteAsync("auth/token/create", new JsonObject { ["policies"] = new JsonArray(JsonValue.Create(one), JsonValue.Create(other)) })).Auth["client_token"]?.ToString();

        Assert.Equal("""["list","read"]""", (await vault.WriteAsync("sys/capabilities-self", Json("""{"paths":["s/a"]}"""), token)).Data["s/a"]?.ToJsonString());
    }

    [Theory, OnEverySystem]
    public async Task Policies_MayBeWrittenInJson(SystemKind system)
    {
        await using var vault = Open(system);
        var token = await vault.TokenAsync("""{"path":{"s/+/x":{"capabilities":["read"]}}}""");

        Assert.Equal("""["read"]""", (await vault.WriteAsync("sys/capabilities-self", Json("""{"paths":["s/a/x"]}"""), token)).Data["s/a/x"]?.ToJsonString());
    }

    [Theory, OnEverySystem]
    public async Task Policies_ListingNeedsTheListRight(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountAsync("kv");
        await vault.WriteAsync($"{kv}/f/a", Json("""{"x":"1"}"""));
        var reader = await vault.TokenAsync($$"""path "{{kv}}/*" { capabilities = ["read"] }""");
        var lister = await vault.TokenAsync($$"""path "{{kv}}/f" { capabilities = ["list"] }""");

        (await vault.ListAsync($"{kv}/f", reader)).Expect(HttpStatusCode.Forbidden);
        (await vault.ListAsync($"{kv}/f", lister)).Expect(HttpStatusCode.OK);
        (await vault.ReadAsync($"{kv}/f/a", lister)).Expect(HttpStatusCode.Forbidden);
    }

    [Theory, OnEverySystem(Since = "1.9", Subject = "the patch right")]
    public async Task Policies_PatchingIsARightOfItsOwn(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountKvAsync();
        await vault.WriteAsync($"{kv}/data/a", Json("""{"data":{"x":"1"}}"""));
        var patcher = await vault.TokenAsync($$"""path "{{kv}}/data/a" { capabilities = ["patch"] }""");
        var updater = await vault.TokenAsync($$"""path "{{kv}}/data/a" { capabilities = ["update"] }""");
        const string Change = """{"data":{"x":"2"}}""";

        (await vault.SendAsync(HttpMethod.Patch, $"{kv}/data/a", Change, updater)).Expect(HttpStatusCode.Forbidden);
        (await vault.WriteAsync($"{kv}/data/a", Json(Change), patcher)).Expect(HttpStatusCode.Forbidden);
        (await vault.SendAsync(HttpMethod.Patch, $"{kv}/data/a", Change, patcher)).Expect(HttpStatusCode.OK);
    }

    [Theory, OnEverySystem]
    public async Task Policies_ParametersCanBeRestricted(SystemKind system)
    {
        await using var vault = Open(system);
        var kv = await vault.MountAsync("kv");
        var token = await vault.TokenAsync($$"""
            path "{{kv}}/a" {
              capabilities = ["create", "update"]
              allowed_parameters = { "x" = ["1", "2*"], "y" = [] }
              required_parameters = ["x"]
            }
            path "{{kv}}/b" {
              capabilities = ["create", "update"]
              denied_parameters = { "x" = [] }
            }
            """);

        (await vault.WriteAsync($"{kv}/a", Json("""{"x":"1","y":"any"}"""), token)).Expect(HttpStatusCode.NoContent);
        (await vault.WriteAsync($"{kv}/a", Json("""{"x":"25"}"""), token)).Expect(HttpStatusCode.NoContent);
        (await vault.WriteAsync($"{kv}/a", Json("""{"x":"3"}"""), token)).Expect(HttpStatusCode.Forbidden);
        (await vault.WriteAsync($"{kv}/a", Json("""{"y":"any"}"""), token)).Expect(HttpStatusCode.Forbidden);
        (await vault.WriteAsync($"{kv}/a", Json("""{"x":"1","z":"1"}"""), token)).Expect(HttpStatusCode.Forbidden);
        (await vault.WriteAsync($"{kv}/b", Json("""{"y":"1"}"""), token)).Expect(HttpStatusCode.NoContent);
        (await vault.WriteAsync($"{kv}/b", Json("""{"x":"1"}"""), token)).Expect(HttpStatusCode.Forbidden);
    }

    [Theory, OnEverySystem]
    public async Task Policies_SomePathsNeedSudo(SystemKind system)
    {
        await using var vault = Open(system);
        var without = await vault.TokenAsync("""path "sys/auth/*" { capabilities = ["create", "update"] }""");
        var with = await vault.TokenAsync("""path "sys/auth/*" { capabilities = ["create", "update", "sudo"] }""");
        var path = $"sys/auth/{vault.Prefix}-sudo";

        (await vault.WriteAsync(path, Json("""{"type":"approle"}"""), without)).Expect(HttpStatusCode.Forbidden);
        (await vault.WriteAsync(path, Json("""{"type":"approle"}"""), with)).Expect(HttpStatusCode.NoContent);
        await vault.DeleteAsync(path);
    }
}
