using System.Diagnostics;
using System.Text.Json.Nodes;
using Injector.TestKit;

namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>The agent's process is stopped for longer than its token and its lease live.</summary>
public sealed class SuspensionTests
{
    private const string Credentials = "credentials";
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StoppedForLongerThanATtl_LogsInAndFetchesAnew()
    {
        await using var scene = await FaultScene.PrepareAsync(new FaultSettings { TokenTtl = $"{Life.TotalSeconds}s" });
        await PrepareDatabaseAsync(scene);
        scene.Workplace.AddTemplate(Credentials, """{{ with secret "database/creds/app" }}{{ .Data.username }}{{ end }}""");
        scene.Launch();
        await scene.PublishedAsync();
        await using var guard = new FileGuard(scene.Files);
        var file = Path.Combine(scene.Workplace.Secrets, Credentials);
        var old = await File.ReadAllTextAsync(file, Cancellation);

        await scene.Agent.SignalAsync("STOP", Cancellation);
        var mark = scene.Agent.Log.Count;
        var end = TimeProvider.System.GetUtcNow() + Life + TimeSpan.FromMilliseconds(300);
        await Eventually.IsTrueAsync(() => TimeProvider.System.GetUtcNow() > end, "token and lease are dead", Cancellation);
        await scene.WriteNextAsync();
        scene.Vault.Server.Journal.Clear();
        await scene.Agent.SignalAsync("CONT", Cancellation);
        var woke = Stopwatch.GetTimestamp();
        await scene.PublishedAsync();
        await Eventually.IsTrueAsync(() => File.ReadAllText(file) != old, "the file holds new credentials", Cancellation);
        var recovery = Stopwatch.GetElapsedTime(woke);

        var log = scene.Agent.Log.Skip(mark).ToArray();
        TestContext.Current.TestOutputHelper?.WriteLine($"recovered in {recovery}\n{string.Join('\n', log)}");
        Assert.Null(guard.Damage);
        Assert.True(recovery < Limit, $"It took {recovery}.");
        Assert.InRange(scene.Vault.Server.Journal.Count("auth/kubernetes/login"), 1, 2);
        Assert.True(log.Count(line => line.Contains("code=VI", StringComparison.Ordinal)) <= 1, string.Join('\n', log));
        Secrecy.AssertKept(scene, log);
    }

    private static async Task PrepareDatabaseAsync(FaultScene scene)
    {
        var server = scene.Vault.Administrator;
        await server.WriteAsync("sys/mounts/database", new JsonObject { ["type"] = "database" }, Cancellation);
        var connection = new JsonObject { ["plugin_name"] = "in-memory-database-plugin", ["allowed_roles"] = "*" };
        await server.WriteAsync("database/config/memory", connection, Cancellation);
        var role = new JsonObject { ["db_name"] = "memory", ["creation_statements"] = new JsonArray("CREATE"), ["default_ttl"] = $"{Life.TotalSeconds}s", ["max_ttl"] = "1h" };
        await server.WriteAsync("database/roles/app", role, Cancellation);
        await scene.AllowReadingAsync("kv/data/*", "database/creds/app");
    }
}
