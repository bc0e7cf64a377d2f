using System.Net;
using System.Text.Json.Nodes;
using Injector.Sandbox.Tests.Contract;
using Injector.TestKit.Postgres;

namespace Injector.Sandbox.Tests.Vault.Database;

/// <summary>The database engine against a real PostgreSQL.</summary>
public sealed class PostgresTests(SandboxFixture sandbox) : ContractCases(sandbox)
{
    [Fact]
    public async Task Creates_UsersThatCanLogInUntilTheirLeaseEnds()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? string.Empty);
        var stop = TestContext.Current.CancellationToken;
        await using var postgres = await PostgresServer.StartAsync(stop);
        await using var vault = Open(SystemKind.Sandbox);
        var database = await ConnectAsync(vault, postgres);

        var credentials = (await vault.ReadAsync($"{database}/creds/app")).Expect(HttpStatusCode.OK);
        var (user, password) = (credentials.Data["username"]?.ToString() ?? string.Empty, credentials.Data["password"]?.ToString() ?? string.Empty);

        Assert.Equal((true, "1"), await postgres.QueryAsync(user, password, "SELECT 1", stop));
        (await vault.WriteAsync("sys/leases/renew", new JsonObject { ["lease_id"] = credentials.Body["lease_id"]?.ToString(), ["increment"] = 120 })).Expect(HttpStatusCode.OK);
        (await vault.WriteAsync("sys/leases/revoke", new JsonObject { ["lease_id"] = credentials.Body["lease_id"]?.ToString() })).Expect(HttpStatusCode.NoContent);
        Assert.False((await postgres.QueryAsync(user, password, "SELECT 1", stop)).Success);
        var left = await postgres.QueryAsync(PostgresServer.AdministratorName, PostgresServer.AdministratorPassword, $"SELECT count(*) FROM pg_roles WHERE rolname = '{user}'", stop);
        Assert.Equal("0", left.Output);
    }

    [Fact]
    public async Task Rotates_TheUserOfAStaticRole()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? string.Empty);
        var stop = TestContext.Current.CancellationToken;
        await using var postgres = await PostgresServer.StartAsync(stop);
        await using var vault = Open(SystemKind.Sandbox);
        var database = await ConnectAsync(vault, postgres);
        await postgres.QueryAsync(PostgresServer.AdministratorName, PostgresServer.AdministratorPassword, "CREATE ROLE legacy LOGIN", stop);
        (await vault.WriteAsync($"{database}/static-roles/legacy", Json("""{"db_name":"db","username":"legacy","rotation_period":"1h"}"""))).Expect(HttpStatusCode.NoContent);

        var first = (await vault.ReadAsync($"{database}/static-creds/legacy")).Data["password"]?.ToString() ?? string.Empty;
        Assert.True((await postgres.QueryAsync("legacy", first, "SELECT 1", stop)).Success);
        (await vault.WriteAsync($"{database}/rotate-role/legacy", [])).Expect(HttpStatusCode.NoContent);
        var second = (await vault.ReadAsync($"{database}/static-creds/legacy")).Data["password"]?.ToString() ?? string.Empty;

        Assert.False((await postgres.QueryAsync("legacy", first, "SELECT 1", stop)).Success);
        Assert.True((await postgres.QueryAsync("legacy", second, "SELECT 1", stop)).Success);
    }

    [Fact]
    public async Task Rejects_AConnectionThatDoesNotAnswer()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? string.Empty);
        await using var vault = Open(SystemKind.Sandbox);
        var database = await vault.MountAsync("database");

        var answer = await vault.WriteAsync($"{database}/config/db", new JsonObject
        {
            ["plugin_name"] = "postgresql-database-plugin",
            ["connection_url"] = "postgresql://{{username}}:{{password}}@127.0.0.1:1/postgres",
            ["username"] = "admin",
            ["password"] = "do-not-show-this",
        });

        Assert.DoesNotContain("do-not-show-this", answer.Expect(HttpStatusCode.BadRequest).Errors, StringComparison.Ordinal);
    }

    private static async Task<string> ConnectAsync(VaultSession vault, PostgresServer postgres)
    {
        var database = await vault.MountAsync("database");
        (await vault.WriteAsync($"{database}/config/db", new JsonObject
        {
            ["plugin_name"] = "postgresql-database-plugin",
            ["allowed_roles"] = "*",
            ["connection_url"] = postgres.ConnectionUrl,
            ["username"] = PostgresServer.AdministratorName,
            ["password"] = PostgresServer.AdministratorPassword,
        })).Expect(HttpStatusCode.NoContent);
        (await vault.WriteAsync($"{database}/roles/app", Json(
            """{"db_name":"db","default_ttl":"60s","max_ttl":"10m","creation_statements":["CREATE ROLE \"{{name}}\" WITH LOGIN PASSWORD '{{password}}' VALID UNTIL '{{expiration}}';","GRANT SELECT ON ALL TABLES IN SCHEMA public TO \"{{name}}\";"]}""")))
            .Expect(HttpStatusCode.NoContent);
        return database;
    }
}
