using System.Diagnostics;
using Injector.TestKit;

namespace Injector.EndToEnd.Tests.QuickStart;

/// <summary>
/// Every command of the pages for newcomers, in their order, against a new cluster on this machine: real <c>helm</c> and <c>kubectl</c>, the chart, the
/// published webhook and agent; stand-ins for the API server, the kubelet and Vault. A page with a command that fails fails here.
/// </summary>
public sealed class NewcomerTests
{
    private const int RequestedPort = 8080;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Make = ["make demo", "make test"];

    [Fact]
    public Task Readme_LeadsFromAnEmptyClusterToASecretAndItsRotation() => FollowAsync(Repository.PathOf("README.md"));

    [Fact]
    public Task InstallPage_LeadsFromAnEmptyClusterToASecretAndItsRotation() => FollowAsync(Repository.PathOf("docs", "install.md"));

    [Fact]
    public async Task Mistake_IsAnsweredByKubectlApply()
    {
        Assert.SkipUnless(IsFree(RequestedPort), $"Port {RequestedPort} is taken: pods of the stand-in share this machine's network.");
        await using var place = await NewCluster.StartAsync();
        await RunAsync(place, PageCommands.Of(Repository.PathOf("README.md")).Single(static command => command.StartsWith("helm install ", StringComparison.Ordinal)), expected: null);

        var applied = await place.RunAsync("sed s/agent-inject-secret-/agent-inject-secrt-/ manifests/examples/quick-start.yaml | kubectl apply -f -");

        Assert.True(applied.ExitCode == 0, applied.Error);
        Assert.Contains("Warning: ", applied.Error, StringComparison.Ordinal);
        Assert.Contains("agent-inject-secret-db.env", applied.Error, StringComparison.Ordinal);
    }

    private static async Task FollowAsync(string page)
    {
        Assert.SkipUnless(IsFree(RequestedPort), $"Port {RequestedPort} is taken: pods of the stand-in share this machine's network.");
        await using var place = await NewCluster.StartAsync();
        string? password = null;
        var seen = new HashSet<string>();
        foreach (var command in PageCommands.Of(page))
        {
            if (Make.Any(target => command.StartsWith(target, StringComparison.Ordinal)))
            {
                // The demo has tests of its own, and this test is part of the other one.
                continue;
            }

            password = Written(command) ?? password;
            var output = await RunAsync(place, command, command.Contains("cat /vault/secrets/", StringComparison.Ordinal) ? password : null);
            seen.UnionWith(password is not null && output.Contains(password, StringComparison.Ordinal) ? [password] : []);
        }

        Assert.True(seen.Count == 2, $"The page shows {seen.Count} values of the secret; it should show one and its successor.");
    }

    /// <summary>Runs a command; one that shows the secret is repeated until it shows the value that was written last.</summary>
    private static async Task<string> RunAsync(NewCluster place, string command, string? expected)
    {
        for (var started = Stopwatch.GetTimestamp(); ;)
        {
            var result = await place.RunAsync(command);
            Assert.True(result.ExitCode == 0, $"{command}\nended with {result.ExitCode}:\n{result.Output}{result.Error}\n{place.Cluster.Report}");
            if (expected is null || result.Output.Contains(expected, StringComparison.Ordinal))
            {
                return result.Output;
            }

            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"{command}\ndid not show '{expected}' within {Patience.TotalSeconds} s, but:\n{result.Output}");
        }
    }

    /// <summary>The password that a command writes to Vault.</summary>
    private static string? Written(string command) =>
        command.StartsWith("vault kv put ", StringComparison.Ordinal) ? command.Split("password=")[1].Split(' ', '\n')[0] : null;

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Any, port);
            listener.Start();
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
