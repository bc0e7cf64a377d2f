using System.Net;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>Sections 5 and 7.4: leases and the database engine that makes them.</summary>
public sealed class LeaseCases(SandboxFixture sandbox) : ContractCases(sandbox)
{
    internal const string PostgresVariable = "INJECTOR_TEST_POSTGRES_URL";

    [Theory, OnEverySystem(Needs = PostgresVariable)]
    public async Task S7_4_Creds_EveryReadMakesNewOnesWithALease(SystemKind system)
    {
        await using var vault = Open(system);
        var database = await DatabaseAsync(vault);

        var first = (await vault.ReadAsync($"{database}/creds/app")).Expect(HttpStatusCode.OK);
        var second = (await vault.ReadAsync($"{database}/creds/app")).Expect(HttpStatusCode.OK);

        Assert.NotEqual(first.Data["username"]?.ToString(), second.Data["username"]?.ToString());
        Assert.NotEmpty(first.Data["password"]?.ToString() ?? string.Empty);
        Assert.StartsWith($"{database}/creds/app/", first.Body["lease_id"]?.ToString(), StringComparison.Ordinal);
        Assert.Equal("true", first.Body["renewable"]?.ToString());
        Assert.Equal("60", first.Body["lease_duration"]?.ToString());
    }

    [Theory, OnEverySystem(Needs = PostgresVariable)]
    public async Task S7_4_Creds_400_UnknownRole(SystemKind system)
    {
        await using var vault = Open(system);
        var database = await DatabaseAsync(vault);

        (await vault.ReadAsync($"{database}/creds/nobody")).Expect(HttpStatusCode.BadRequest);
    }

    [Theory, OnEverySystem(Needs = PostgresVariable)]
    public async Task S5_Renew_AnswersAtTopLevelAndIsCappedByTheMaxTtl(SystemKind system)
    {
        await using var vault = Open(system);
        var database = await DatabaseAsync(vault);
        var lease = (await vault.ReadAsync($"{database}/creds/app")).Body["lease_id"]?.ToString();

        var renewed = await vault.WriteAsync("sys/leases/renew", new JsonObject { ["lease_id"] = lease, ["increment"] = 90 });
        var capped = await vault.WriteAsync("sys/leases/renew", new JsonObject { ["lease_id"] = lease, ["increment"] = 3600 });

        Assert.Equal(lease, renewed.Expect(HttpStatusCode.OK).Body["lease_id"]?.ToString());
        Assert.Equal("90", renewed.Body["lease_duration"]?.ToString());
        Assert.Null(renewed.Body["data"]);
        Assert.InRange(int.Parse(capped.Expect(HttpStatusCode.OK).Body["lease_duration"]?.ToString() ?? "0", null), 110, 120);
    }

    [Theory, OnEverySystem(Needs = PostgresVariable)]
    public async Task S5_Renew_WorksUnderTheOldPathToo(SystemKind system)
    {
        await using var vault = Open(system);
        var database = await DatabaseAsync(vault);
        var lease = (await vault.ReadAsync($"{database}/creds/app")).Body["lease_id"]?.ToString();

        (await vault.WriteAsync("sys/renew", new JsonObject { ["lease_id"] = lease })).Expect(HttpStatusCode.OK);
    }

    [Theory, OnEverySystem]
    public async Task S5_Renew_400_UnknownLease(SystemKind system)
    {
        await using var vault = Open(system);

        var answer = await vault.WriteAsync("sys/leases/renew", Json("""{"lease_id":"nothing/creds/x/y"}"""));

        Assert.Contains("lease not found", answer.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
    }

    [Theory, OnEverySystem]
    public async Task S5_Renew_400_NotRenewable(SystemKind system)
    {
        await using var vault = Open(system);
        var lease = await CertificateLeaseAsync(vault);

        var answer = await vault.WriteAsync("sys/leases/renew", new JsonObject { ["lease_id"] = lease });

        Assert.Contains("lease is not renewable", answer.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
    }

    [Theory, OnEverySystem]
    public async Task S5_Lookup_TellsTheTimes(SystemKind system)
    {
        await using var vault = Open(system);
        var lease = await CertificateLeaseAsync(vault);

        var data = (await vault.WriteAsync("sys/leases/lookup", new JsonObject { ["lease_id"] = lease })).Expect(HttpStatusCode.OK).Data;

        Assert.Equal(lease, data["id"]?.ToString());
        Assert.Equal("false", data["renewable"]?.ToString());
        foreach (var key in (string[])["issue_time", "expire_time", "last_renewal", "ttl"])
        {
            Assert.True(data.ContainsKey(key), $"'{key}' is missing");
        }
    }

    [Theory, OnEverySystem]
    public async Task S5_Revoke_EndsALease(SystemKind system)
    {
        await using var vault = Open(system);
        var lease = await CertificateLeaseAsync(vault);

        (await vault.WriteAsync("sys/leases/revoke", new JsonObject { ["lease_id"] = lease, ["sync"] = true })).Expect(HttpStatusCode.NoContent);

        (await vault.WriteAsync("sys/leases/lookup", new JsonObject { ["lease_id"] = lease })).Expect(HttpStatusCode.BadRequest);
    }

    [Theory, OnEverySystem]
    public async Task S5_Revoke_202_WhenNobodyWaits(SystemKind system)
    {
        await using var vault = Open(system);
        var lease = await CertificateLeaseAsync(vault);

        (await vault.WriteAsync("sys/leases/revoke", new JsonObject { ["lease_id"] = lease, ["sync"] = false })).Expect(HttpStatusCode.Accepted);
    }

    [Theory, OnEverySystem]
    public async Task S5_RevokePrefix_EndsAllBelow(SystemKind system)
    {
        await using var vault = Open(system);
        var lease = await CertificateLeaseAsync(vault) ?? string.Empty;

        (await vault.WriteAsync($"sys/leases/revoke-prefix/{lease[..lease.IndexOf('/', StringComparison.Ordinal)]}", Json("""{"sync":true}"""))).Expect(HttpStatusCode.NoContent);

        (await vault.WriteAsync("sys/leases/lookup", new JsonObject { ["lease_id"] = lease })).Expect(HttpStatusCode.BadRequest);
    }

    [Theory, OnEverySystem(Needs = PostgresVariable)]
    public async Task S5_ALeaseDiesWithItsToken(SystemKind system)
    {
        await using var vault = Open(system);
        var database = await DatabaseAsync(vault);
        var token = await vault.TokenAsync($$"""path "{{database}}/creds/app" { capabilities = ["read"] }""");
        var lease = (await vault.ReadAsync($"{database}/creds/app", token)).Expect(HttpStatusCode.OK).Body["lease_id"]?.ToString();

        (await vault.WriteAsync("auth/token/revoke-self", [], token)).Expect(HttpStatusCode.NoContent);

        (await vault.WriteAsync("sys/leases/renew", new JsonObject { ["lease_id"] = lease })).Expect(HttpStatusCode.BadRequest);
    }

    [Theory, OnEverySystem(SandboxOnly = "A static role needs a user that exists in the database.")]
    public async Task S7_4_StaticCreds_HaveNoLeaseAndCountDown(SystemKind system)
    {
        await using var vault = Open(system);
        var database = await DatabaseAsync(vault);
        (await vault.WriteAsync($"{database}/static-roles/legacy", Json("""{"db_name":"db","username":"legacy","rotation_period":"1h"}"""))).Expect(HttpStatusCode.NoContent);

        var first = (await vault.ReadAsync($"{database}/static-creds/legacy")).Expect(HttpStatusCode.OK);
        await vault.WriteAsync($"{database}/rotate-role/legacy", []);
        var second = await vault.ReadAsync($"{database}/static-creds/legacy");

        Assert.Equal(string.Empty, first.Body["lease_id"]?.ToString());
        Assert.Equal("legacy", first.Data["username"]?.ToString());
        Assert.Equal("3600", first.Data["rotation_period"]?.ToString());
        Assert.InRange(int.Parse(first.Data["ttl"]?.ToString() ?? "0", null), 3590, 3600);
        Assert.NotEqual(first.Data["password"]?.ToString(), second.Data["password"]?.ToString());
    }

    internal static async Task<string> DatabaseAsync(VaultSession vault)
    {
        var database = await vault.MountAsync("database");
        var connection = vault.Kind == SystemKind.Sandbox
            ? new JsonObject { ["plugin_name"] = "in-memory-database-plugin", ["allowed_roles"] = "*" }
            : new JsonObject { ["plugin_name"] = "postgresql-database-plugin", ["allowed_roles"] = "*", ["connection_url"] = RealVault.Value(PostgresVariable) };
        (await vault.WriteAsync($"{database}/config/db", connection)).ExpectSuccess();
        (await vault.WriteAsync($"{database}/roles/app", Json(
            """{"db_name":"db","default_ttl":"60s","max_ttl":"120s","creation_statements":["CREATE ROLE \"{{name}}\" WITH LOGIN PASSWORD '{{password}}' VALID UNTIL '{{expiration}}';"]}""")))
            .ExpectSuccess();
        return database;
    }

    private static async Task<string?> CertificateLeaseAsync(VaultSession vault)
    {
        var pki = await vault.MountAsync("pki");
        (await vault.WriteAsync($"{pki}/root/generate/internal", Json("""{"common_name":"Root","key_type":"ec","key_bits":256,"ttl":"24h"}"""))).Expect(HttpStatusCode.OK);
        await vault.WriteAsync($"{pki}/roles/web", Json("""{"allow_any_name":true,"key_type":"ec","key_bits":256,"generate_lease":true,"max_ttl":"1h"}"""));
        return (await vault.WriteAsync($"{pki}/issue/web", Json("""{"common_name":"web.shop","ttl":"10m"}"""))).Expect(HttpStatusCode.OK).Body["lease_id"]?.ToString();
    }
}
