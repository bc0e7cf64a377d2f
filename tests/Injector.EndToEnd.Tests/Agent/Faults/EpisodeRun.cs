using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Injector.TestKit;
using Injector.TestKit.Agents;

namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>
/// Plays an episode and holds the agent to four promises: good files stay whole, it recovers within its longest pause, it asks no more often than
/// its pauses allow, and it says the one thing there is to say once, without a secret.
/// </summary>
internal sealed class EpisodeRun(FaultScene scene)
{
    // Two secrets and the login; each may have a request under way, a metadata or mount look-up, and its automatic repetition on a stale connection.
    private const int RequestsBesideThePauses = 12;
    private const int Loops = 3;
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(4);

    private readonly List<string> _said = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task PlayAsync(FaultScene scene, Episode episode)
    {
        var run = new EpisodeRun(scene);
        await using var guard = new FileGuard(scene.Files);
        var mark = scene.Agent.Log.Count;
        var published = scene.Files.Published;
        scene.Vault.Server.Journal.Clear();
        var (connections, began) = (scene.Relay.Accepted, Stopwatch.GetTimestamp());

        await episode.Begin();
        await run.SeenAsync(episode, mark);
        await run.ListenAsync();
        Assert.Equal(published, scene.Files.Published);
        await episode.End();
        var lasted = Stopwatch.GetElapsedTime(began);
        var requests = Math.Max(scene.Vault.Server.Journal.All.Count, scene.Relay.Accepted - connections);
        var ended = Stopwatch.GetTimestamp();
        await scene.WriteNextAsync();
        await scene.PublishedAsync();
        var recovery = Stopwatch.GetElapsedTime(ended);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{episode.Code}: lasted {lasted.TotalSeconds:0.0} s, {requests} requests, recovered in {recovery.TotalSeconds:0.00} s"));
        await run.HealthyAsync();
        await run.ListenAsync();
        Assert.Null(guard.Damage);
        Assert.True(recovery < episode.LongestPause + FaultScene.Interval + Slack, $"It took {recovery} to recover.\n{run.Log(mark)}");
        Assert.True(requests <= Allowed(lasted), $"{requests} requests in {lasted}.\n{run.Log(mark)}");
        var codes = scene.Agent.Log.Skip(mark).SelectMany(CodesIn).ToArray();
        Assert.True(codes.SequenceEqual([.. episode.Heralds, episode.Code]), $"One line with {episode.Code} is due:\n{run.Log(mark)}");
        run.AssertNoSecretWasSaid();
    }

    /// <summary>Whether a state tells of a fault with this code.</summary>
    private static bool Shows(JsonObject status, Episode episode)
    {
        IEnumerable<JsonNode?> secrets = episode.LoginFails ? [] : status["secrets"] as JsonArray ?? [];
        var failures = secrets.Append(status["login"]).Max(part => (int?)part?["failures"] ?? 0);
        return failures >= episode.Failures && status.ToJsonString().Contains(episode.Code, StringComparison.Ordinal);
    }

    private static string[] CodesIn(string line) =>
        line.IndexOf("code=VI", StringComparison.Ordinal) is >= 0 and var at ? [line.Substring(at + "code=".Length, "VI0000".Length)] : [];

    private static int Allowed(TimeSpan lasted) => RequestsBesideThePauses + (int)(Loops * lasted / (FaultScene.MaxBackoff * 0.75));

    private string Log(int mark) => string.Join('\n', scene.Agent.Log.Skip(mark));

    private Task SeenAsync(Episode episode, int mark) => episode.Failures > 0
        ? StatusAsync(status => Shows(status, episode), $"the status shows {episode.Code}")
        : Eventually.IsTrueAsync(() => Log(mark).Contains(episode.Code, StringComparison.Ordinal), $"{episode.Code} was said", Cancellation);

    private Task HealthyAsync() => StatusAsync(
        status => (status["secrets"] as JsonArray ?? []).All(secret => (string?)secret?["state"] == "fresh") && status["login"]?["fault"] is null,
        "the status shows no fault");

    private async Task StatusAsync(Func<JsonObject, bool> condition, string description)
    {
        JsonObject status = [];
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        do
        {
            Assert.False(limit.IsCancellationRequested, $"It was not seen that {description}:\n{status}\n{Log(0)}");
            await timer.WaitForNextTickAsync(Cancellation);
            status = await scene.Sockets.StatusAsync(Cancellation);
            _said.Add(status.ToJsonString());
        }
        while (!condition(status));
    }

    /// <summary>Takes down what people and programs are told at this moment.</summary>
    private async Task ListenAsync()
    {
        var status = await AgentProcess.AskAsync(scene.Workplace, ["status"], Cancellation);
        Assert.Equal(0, status.ExitCode);
        _said.AddRange([status.Output, status.Error, await scene.Sockets.MetricsAsync(Cancellation)]);
        TestContext.Current.TestOutputHelper?.WriteLine(status.Output);
    }

    private void AssertNoSecretWasSaid()
    {
        if (File.Exists(scene.Workplace.TerminationLog))
        {
            _said.Add(File.ReadAllText(scene.Workplace.TerminationLog));
        }

        Secrecy.AssertKept(scene, [.. _said, .. scene.Agent.Log]);
    }
}
