using System.Text.Json.Nodes;
using Injector.Contracts.Agent;
using Injector.Sandbox.Vault;
using Injector.Sandbox.Vault.Faults;
using Injector.Sandbox.Vault.Journal;
using Injector.TestKit.Agents;

namespace Injector.EndToEnd.Tests.Agent;

/// <summary>What a start costs the server: one login, one look-up for each mount, one read for each path, the reads beside each other.</summary>
public sealed class RequestCountTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StartAsksForEachThingOnce()
    {
        await using var fixture = await AgentFixture.StartAsync(SandboxTransport.Http);
        await MountOtherAsync(fixture);
        await fixture.Vault.WriteSecretAsync("second", new JsonObject { ["x"] = "1" }, Cancellation);
        fixture.Workplace.AddTemplate("again", """{{ with secret "kv/app" }}{{ .Data.data.password }}{{ end }}""");
        fixture.Workplace.AddTemplate("second", """{{ with secret "kv/second" }}{{ .Data.data.x }}{{ end }}""");
        fixture.Workplace.AddTemplate("both", """{{ with secret "other/a" }}{{ .Data.data.x }}{{ end }}{{ with secret "other/b" }}{{ .Data.data.x }}{{ end }}""");

        var requests = await StartAsync(fixture);

        Assert.Equal(
            ["auth/kubernetes/login", "kv/data/app", "kv/data/second", "other/data/a", "other/data/b", "sys/internal/ui/mounts/kv", "sys/internal/ui/mounts/other"],
            requests.Select(record => Plain(record.Path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ReadsRunBesideEachOther()
    {
        var latency = TimeSpan.FromSeconds(1);
        await using var fixture = await AgentFixture.StartAsync(SandboxTransport.Http);
        for (var index = 0; index < 3; index++)
        {
            await fixture.Vault.WriteSecretAsync($"s{index}", new JsonObject { ["x"] = "1" }, Cancellation);
            fixture.Workplace.AddTemplate($"s{index}", $$$"""{{ with secret "kv/s{{{index}}}" }}{{ .Data.data.x }}{{ end }}""");
        }

        fixture.Vault.Server.Faults.Add(new FaultRule { Path = "kv/data/*", Latency = latency });

        var reads = (await StartAsync(fixture)).Where(record => record.Path.StartsWith("kv/", StringComparison.Ordinal)).ToList();

        Assert.Equal(4, reads.Count);
        Assert.True(reads.Max(record => record.At) - reads.Min(record => record.At) < latency, "A read waited for the answer to another.");
    }

    private static async Task<IReadOnlyList<RequestRecord>> StartAsync(AgentFixture fixture)
    {
        fixture.Vault.Server.Journal.Clear();
        await using var agent = AgentProcess.Start(fixture.Workplace);
        var exitCode = await agent.WaitForExitAsync(Cancellation);
        Assert.True(exitCode == ExitCodes.Success, string.Join('\n', agent.Log));
        return fixture.Vault.Server.Journal.All;
    }

    // A look-up names the path it was made for; the mount is its first segment.
    private static string Plain(string path)
    {
        const string LookUp = "sys/internal/ui/mounts/";
        return path.StartsWith(LookUp, StringComparison.Ordinal) ? LookUp + path[LookUp.Length..].Split('/')[0] : path;
    }

    private static async Task MountOtherAsync(AgentFixture fixture)
    {
        var administrator = fixture.Vault.Administrator;
        await administrator.WriteAsync("sys/mounts/other", new JsonObject { ["type"] = "kv", ["options"] = new JsonObject { ["version"] = "2" } }, Cancellation);
        const string Policy = """path "kv/data/*" { capabilities = ["read"] } path "other/data/*" { capabilities = ["read"] }""";
        await administrator.WriteAsync("sys/policies/acl/app", new JsonObject { ["policy"] = Policy }, Cancellation);
        foreach (var name in (string[])["a", "b"])
        {
            await administrator.WriteAsync($"other/data/{name}", new JsonObject { ["data"] = new JsonObject { ["x"] = "1" } }, Cancellation);
        }
    }
}
