using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Injector.Sandbox.Kubernetes;
using Injector.Sandbox.Tests.Contract;

namespace Injector.Sandbox.Tests.Vault;

/// <summary>Everything that ends by itself, on a clock the test moves.</summary>
public sealed class ExpiryTests
{
    private const string Nothing = """path "nothing" { capabilities = ["read"] }""";

    [Fact]
    public async Task Ends_TokensWithTheirTtl()
    {
        await using var time = await VirtualTime.StartAsync();
        var token = await time.Vault.TokenAsync(Nothing, Json("""{"ttl":"10m"}"""));

        time.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        var last = (await time.Vault.ReadAsync("auth/token/lookup-self", token)).Expect(HttpStatusCode.OK);
        time.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("1", last.Data["ttl"]?.ToString());
        (await time.Vault.ReadAsync("auth/token/lookup-self", token)).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Renews_TokensUntilTheirMaxTtl()
    {
        await using var time = await VirtualTime.StartAsync();
        var token = await time.Vault.TokenAsync(Nothing, Json("""{"ttl":"10m","explicit_max_ttl":"25m"}"""));
        var durations = new List<string?>();

        for (var renewal = 0; renewal < 3; renewal++)
        {
            time.Clock.Advance(TimeSpan.FromMinutes(8));
            durations.Add((await time.Vault.WriteAsync("auth/token/renew-self", [], token)).Expect(HttpStatusCode.OK).Auth["lease_duration"]?.ToString());
        }

        time.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["600", "540", "60"], durations);
        (await time.Vault.ReadAsync("auth/token/lookup-self", token)).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Renews_PeriodicTokensForEver()
    {
        await using var time = await VirtualTime.StartAsync();
        var token = await time.Vault.TokenAsync(Nothing, Json("""{"period":"1h"}"""));

        for (var day = 0; day < 60; day++)
        {
            time.Clock.Advance(TimeSpan.FromMinutes(59));
            Assert.Equal("3600", (await time.Vault.WriteAsync("auth/token/renew-self", [], token)).Expect(HttpStatusCode.OK).Auth["lease_duration"]?.ToString());
        }
    }

    [Fact]
    public async Task Ends_LeasesAtTheirMaxTtlHoweverOftenTheyAreRenewed()
    {
        await using var time = await VirtualTime.StartAsync();
        var database = await DatabaseAsync(time.Vault);
        var lease = (await time.Vault.ReadAsync($"{database}/creds/app")).Body["lease_id"]?.ToString();
        var renewal = new JsonObject { ["lease_id"] = lease };

        time.Clock.Advance(TimeSpan.FromSeconds(50));
        var full = (await time.Vault.WriteAsync("sys/leases/renew", renewal)).Expect(HttpStatusCode.OK);
        time.Clock.Advance(TimeSpan.FromSeconds(50));
        var capped = (await time.Vault.WriteAsync("sys/leases/renew", renewal)).Expect(HttpStatusCode.OK);
        time.Clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal("60", full.Body["lease_duration"]?.ToString());
        Assert.Equal("20", capped.Body["lease_duration"]?.ToString());
        (await time.Vault.WriteAsync("sys/leases/renew", renewal)).Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Ends_LeasesWithTheirTokensTtl()
    {
        await using var time = await VirtualTime.StartAsync();
        var database = await DatabaseAsync(time.Vault);
        var token = await time.Vault.TokenAsync($$"""path "{{database}}/creds/app" { capabilities = ["read"] }""", Json("""{"ttl":"30s"}"""));
        var lease = (await time.Vault.ReadAsync($"{database}/creds/app", token)).Body["lease_id"]?.ToString();

        time.Clock.Advance(TimeSpan.FromSeconds(30));

        (await time.Vault.WriteAsync("sys/leases/lookup", new JsonObject { ["lease_id"] = lease })).Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Refuses_LeasesOfATokensLastUse()
    {
        await using var time = await VirtualTime.StartAsync();
        var database = await DatabaseAsync(time.Vault);
        var token = await time.Vault.TokenAsync($$"""path "{{database}}/creds/app" { capabilities = ["read"] }""", Json("""{"num_uses":1}"""));

        var answer = await time.Vault.ReadAsync($"{database}/creds/app", token);

        Assert.Contains("token had one use left", answer.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotates_StaticRolesWhenTheirTimeHasCome()
    {
        await using var time = await VirtualTime.StartAsync();
        var database = await DatabaseAsync(time.Vault);
        await time.Vault.WriteAsync($"{database}/static-roles/legacy", Json("""{"db_name":"db","username":"legacy","rotation_period":"1h"}"""));
        var first = (await time.Vault.ReadAsync($"{database}/static-creds/legacy")).Data;

        time.Clock.Advance(TimeSpan.FromMinutes(50));
        var counted = (await time.Vault.ReadAsync($"{database}/static-creds/legacy")).Data;
        time.Clock.Advance(TimeSpan.FromMinutes(10));
        var rotated = (await time.Vault.ReadAsync($"{database}/static-creds/legacy")).Data;

        Assert.Equal("600", counted["ttl"]?.ToString());
        Assert.Equal(first["password"]?.ToString(), counted["password"]?.ToString());
        Assert.NotEqual(first["password"]?.ToString(), rotated["password"]?.ToString());
        Assert.Equal("3600", rotated["ttl"]?.ToString());
    }

    [Fact]
    public async Task Deletes_VersionsAfterTheirTime()
    {
        await using var time = await VirtualTime.StartAsync();
        var kv = await time.Vault.MountKvAsync();
        await time.Vault.WriteAsync($"{kv}/metadata/app", Json("""{"delete_version_after":"1h"}"""));
        await time.Vault.WriteAsync($"{kv}/data/app", Json("""{"data":{"x":"1"}}"""));

        (await time.Vault.ReadAsync($"{kv}/data/app")).Expect(HttpStatusCode.OK);
        time.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Null((await time.Vault.ReadAsync($"{kv}/data/app")).Expect(HttpStatusCode.NotFound).Data["data"]);
    }

    [Fact]
    public async Task Forgets_WrappedAnswersAfterTheirTtl()
    {
        await using var time = await VirtualTime.StartAsync();
        var wrapped = await time.Vault.SendAsync(HttpMethod.Put, "sys/wrapping/wrap", """{"a":1}""", time.Vault.RootToken, ("X-Vault-Wrap-TTL", "60"));

        time.Clock.Advance(TimeSpan.FromSeconds(60));

        (await time.Vault.SendAsync(HttpMethod.Put, "sys/wrapping/unwrap", body: null, wrapped.WrapInfo["token"]?.ToString())).Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Rejects_ServiceAccountTokensThatHaveExpired()
    {
        await using var time = await VirtualTime.StartAsync();
        using var issuer = new ServiceAccountTokenIssuer(time.Clock);
        var method = await time.Vault.EnableAsync("kubernetes");
        await time.Vault.WriteAsync($"{method}/config", issuer.VaultConfiguration());
        await time.Vault.WriteAsync($"{method}/role/app", Json("""{"bound_service_account_names":"*","bound_service_account_namespaces":"*"}"""));
        var jwt = issuer.Issue(new ServiceAccountTokenRequest { Namespace = "shop", ServiceAccount = "web", Lifetime = TimeSpan.FromMinutes(10) });
        var login = new JsonObject { ["role"] = "app", ["jwt"] = jwt.Reveal() };

        (await time.Vault.LoginAsync($"{method}/login", login)).Expect(HttpStatusCode.OK);
        time.Clock.Advance(TimeSpan.FromMinutes(10));

        (await time.Vault.LoginAsync($"{method}/login", login)).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Dates_CertificatesByTheServersClock()
    {
        await using var time = await VirtualTime.StartAsync();
        var pki = await time.Vault.MountAsync("pki");
        await time.Vault.WriteAsync($"{pki}/root/generate/internal", Json("""{"common_name":"Root","key_type":"ec","key_bits":256,"ttl":"24h"}"""));
        await time.Vault.WriteAsync($"{pki}/roles/web", Json("""{"allow_any_name":true,"key_type":"ec","key_bits":256}"""));
        var request = Json("""{"common_name":"web.shop","ttl":"1h"}""");

        using var certificate = X509Certificate2.CreateFromPem((await time.Vault.WriteAsync($"{pki}/issue/web", request)).Expect(HttpStatusCode.OK).Data["certificate"]?.ToString());
        time.Clock.Advance(TimeSpan.FromHours(23.5));
        var late = await time.Vault.WriteAsync($"{pki}/issue/web", request);

        Assert.Equal("2026-03-01T13:00:00", certificate.NotAfter.ToUniversalTime().ToString("s", CultureInfo.InvariantCulture));
        Assert.Contains("beyond the expiration of the CA", late.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
    }

    private static JsonObject Json(string text) => JsonNode.Parse(text)?.AsObject() ?? [];

    private static async Task<string> DatabaseAsync(VaultSession vault)
    {
        var database = await vault.MountAsync("database");
        await vault.WriteAsync($"{database}/config/db", Json("""{"plugin_name":"in-memory-database-plugin","allowed_roles":"*"}"""));
        await vault.WriteAsync($"{database}/roles/app", Json("""{"db_name":"db","default_ttl":"60s","max_ttl":"120s"}"""));
        return database;
    }
}
