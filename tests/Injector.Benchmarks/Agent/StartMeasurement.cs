using System.Text.Json.Nodes;
using Injector.Sandbox.Vault;
using Injector.TestKit.Agents;

namespace Injector.Benchmarks.Agent;

/// <summary>Starts an agent as an init container again and again: from exec until every file is published, and until it has ended.</summary>
internal static class StartMeasurement
{
    // Until the Sandbox is compiled as well as it gets, which happens beside the requests: what is measured is the agent.
    private const int WarmUps = 200;

    /// <summary>Measures.</summary>
    /// <returns>Medians of one start, and how many requests it took.</returns>
    public static async Task<StartFigures> RunAsync(IReadOnlyList<string> command, SandboxTransport transport, int secrets, int runs)
    {
        await using var vault = await ExampleVault.StartAsync(transport, secrets);
        var published = new List<TimeSpan>();
        var ended = new List<TimeSpan>();
        var cpu = new List<TimeSpan>();
        for (var run = -WarmUps; run < runs; run++)
        {
            using var workplace = vault.Workplace();
            workplace.Configuration["exit_after_auth"] = JsonValue.Create(true);
            workplace.Save();
            vault.Journal.Clear();
            using var watch = new PublicationWatch(workplace.Secrets);
            var began = TimeProvider.System.GetTimestamp();
            var (exitCode, took, cpuTime) = SpawnedProcess.Run([.. command, $"-config={workplace.ConfigurationFile}"], MeasuredProcess.Environment(workplace));
            var lastFile = watch.End();
            if (exitCode != 0 || !vault.IsPublished(workplace, 0))
            {
                throw new InvalidOperationException($"'{string.Join(' ', command)}' ended with {exitCode} and did not publish every file.");
            }

            if (run >= 0)
            {
                published.Add(TimeProvider.System.GetElapsedTime(began, lastFile));
                ended.Add(took);
                cpu.Add(cpuTime);
            }
        }

        return new StartFigures(Median(published), published[0], Median(ended), Median(cpu), vault.Journal.All.Count);
    }

    private static TimeSpan Median(List<TimeSpan> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
