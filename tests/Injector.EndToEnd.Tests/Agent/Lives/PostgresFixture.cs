using System.Text.Json.Nodes;
using Injector.Sandbox.Vault;
using Injector.TestKit;
using Injector.TestKit.Agents;
using Injector.TestKit.Postgres;
using Injector.TestKit.Vault;

namespace Injector.EndToEnd.Tests.Agent.Lives;

/// <summary>A PostgreSQL, a server whose database engine makes users in it, and an agent's workplace that publishes their credentials.</summary>
internal sealed class PostgresFixture : IAsyncDisposable
{
    // The agent replaces credentials when about a third of their life is left. A busy machine needs that much for the server's client and the app's.
    private const string Life = "20s";

    private PostgresFixture(PostgresServer postgres, KubernetesVault vault)
    {
        Postgres = postgres;
        Vault = vault;
        Workplace = new AgentWorkplace(vault);
        Workplace.AddTemplate("db", """{{ with secret "database/creds/app" }}{{ .Data.username }} {{ .Data.password }}{{ end }}""");
    }

    public PostgresServer Postgres { get; }

    public KubernetesVault Vault { get; }

    public AgentWorkplace Workplace { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<PostgresFixture> StartAsync()
    {
        Assert.SkipUnless(File.Exists(PublishedPrograms.Agent), "The agent is not published; 'make publish-agent' does it.");
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? string.Empty);
        var fixture = new PostgresFixture(await PostgresServer.StartAsync(Cancellation), await KubernetesVault.StartAsync(new SandboxVaultOptions(), Cancellation));
        await fixture.ConnectAsync();
        return fixture;
    }

    /// <summary>The credentials as an app finds them.</summary>
    public async Task<(string User, string Password)> ReadAsync()
    {
        var words = (await File.ReadAllTextAsync(Path.Combine(Workplace.Secrets, "db"), Cancellation)).Split(' ');
        return (words[0], words[1]);
    }

    public async Task<string> CountRolesAsync()
    {
        var (success, output) = await Postgres.QueryAsync(
            PostgresServer.AdministratorName, PostgresServer.AdministratorPassword, "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'v-%'", Cancellation);
        return success ? output : throw new InvalidOperationException("The administrator could not ask for the roles.");
    }

    public async ValueTask DisposeAsync()
    {
        Workplace.Dispose();
        await Vault.DisposeAsync();
        await Postgres.DisposeAsync();
    }

    private async Task ConnectAsync()
    {
        var administrator = Vault.Administrator;
        await administrator.WriteAsync("sys/policies/acl/app", new JsonObject { ["policy"] = """path "database/creds/app" { capabilities = ["read"] }""" }, Cancellation);
        await administrator.WriteAsync("sys/mounts/database", new JsonObject { ["type"] = "database" }, Cancellation);
        var connection = new JsonObject
        {
            ["plugin_name"] = "postgresql-database-plugin",
            ["allowed_roles"] = "app",
            ["connection_url"] = Postgres.ConnectionUrl,
            ["username"] = PostgresServer.AdministratorName,
            ["password"] = PostgresServer.AdministratorPassword,
        };
        await administrator.WriteAsync("database/config/db", connection, Cancellation);
        var role = new JsonObject
        {
            ["db_name"] = "db",
            ["default_ttl"] = Life,
            ["max_ttl"] = Life,
            ["creation_statements"] = """CREATE ROLE "{{name}}" WITH LOGIN PASSWORD '{{password}}' VALID UNTIL '{{expiration}}';""",
        };
        await administrator.WriteAsync("database/roles/app", role, Cancellation);
    }
}
