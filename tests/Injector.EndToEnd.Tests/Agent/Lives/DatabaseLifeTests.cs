using System.Text.Json.Nodes;
using Injector.Contracts.Agent;
using Injector.TestKit;
using Injector.TestKit.Agents;

namespace Injector.EndToEnd.Tests.Agent.Lives;

/// <summary>An app that logs in to a real PostgreSQL with the credentials the published agent keeps fresh.</summary>
[Collection("Lives")]
public sealed class DatabaseLifeTests
{
    private const int Rotations = 2;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LoginNeverFailsWhileLeasesRotate_AndTheRoleIsGoneAfterTheEnd()
    {
        await using var fixture = await PostgresFixture.StartAsync();
        fixture.Workplace.Configuration["exit_after_auth"] = JsonValue.Create(false);
        (fixture.Workplace.Configuration["injector"] as JsonObject)?.Add("revoke_on_shutdown", JsonValue.Create(true));
        await using var agent = AgentProcess.Start(fixture.Workplace);
        await Eventually.IsTrueAsync(() => File.Exists(Path.Combine(fixture.Workplace.Secrets, "db")), "the credentials are published", Cancellation);

        var users = await LogInUntilRotatedAsync(fixture, agent);

        Assert.Equal(users.Count, fixture.Vault.Server.Journal.Count("database/creds/app"));
        Assert.NotEqual("0", await fixture.CountRolesAsync());
        await agent.SignalAsync("TERM", Cancellation);
        Assert.Equal(ExitCodes.Success, await agent.WaitForExitAsync(Cancellation));
        Assert.Equal(1, fixture.Vault.Server.Journal.Count("auth/token/revoke-self"));
        await NoRoleIsLeftAsync(fixture);
    }

    [Fact]
    public async Task InitContainerHandsItsLeaseToTheSidecar()
    {
        await using var fixture = await PostgresFixture.StartAsync();
        (fixture.Workplace.Configuration["injector"] as JsonObject)?.Add("hand_over", fixture.Workplace.Home);
        await using (var init = AgentProcess.Start(fixture.Workplace))
        {
            Assert.Equal(ExitCodes.Success, await init.WaitForExitAsync(Cancellation));
        }

        var (user, password) = await fixture.ReadAsync();
        fixture.Workplace.Configuration["exit_after_auth"] = JsonValue.Create(false);
        await using var sidecar = AgentProcess.Start(fixture.Workplace);
        await Eventually.IsTrueAsync(() => fixture.Vault.Server.Journal.Count("sys/leases/renew") > 0, "the sidecar renews the lease", Cancellation);

        Assert.Equal(1, fixture.Vault.Server.Journal.Count("database/creds/app"));
        Assert.Equal(1, fixture.Vault.Server.Journal.Count("auth/kubernetes/login"));
        Assert.Equal((true, user), await fixture.Postgres.QueryAsync(user, password, "SELECT current_user", Cancellation));
    }

    // The agent waits three seconds for the server, which takes back a role after the other and goes on when nobody waits any more.
    private static async Task NoRoleIsLeftAsync(PostgresFixture fixture)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        while (await fixture.CountRolesAsync() != "0")
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Logs in as fast as the client starts, always with what the file holds at that moment.</summary>
    private static async Task<List<string>> LogInUntilRotatedAsync(PostgresFixture fixture, AgentProcess agent)
    {
        var users = new List<string>();
        while (users.Count <= Rotations)
        {
            var (user, password) = await fixture.ReadAsync();
            var login = await fixture.Postgres.QueryAsync(user, password, "SELECT current_user", Cancellation);
            Assert.True(login == (true, user), $"'{user}' could not log in. The agent's log:\n{string.Join('\n', agent.Log)}");
            if (!users.Contains(user))
            {
                users.Add(user);
            }
        }

        return users;
    }
}
