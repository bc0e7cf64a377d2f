using System.Diagnostics;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault;
using Injector.TestKit.Agents;
using Injector.TestKit.Processes;

namespace Injector.Benchmarks.Agent;

/// <summary>Runs an agent as a sidecar over HTTPS with ten templates, rotates its secrets and looks at its memory.</summary>
internal static class SidecarMeasurement
{
    private const int Secrets = 10;
    private const int FirstLook = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Long enough for connections and threads of a round to end before the next.
    private static readonly TimeSpan IdleInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(5);

    public static async Task<SidecarFigures> RunAsync(IReadOnlyList<string> command, int rotations)
    {
        await using var vault = await ExampleVault.StartAsync(SandboxTransport.Https, Secrets);
        using var workplace = vault.Workplace();
        workplace.Configuration["exit_after_auth"] = JsonValue.Create(false);
        workplace.Configuration["template_config"] = new JsonObject { ["static_secret_render_interval"] = "50ms" };
        workplace.Save();
        using var process = MeasuredProcess.Start(command, workplace);
        try
        {
            await PublishedAsync(vault, workplace, 0);
            var start = MemoryReading.Of(process.Id);
            var early = start;
            for (var rotation = 1; rotation <= rotations; rotation++)
            {
                await vault.RotateAsync(rotation);
                await PublishedAsync(vault, workplace, rotation);
                early = rotation == Math.Min(FirstLook, rotations) ? MemoryReading.Of(process.Id) : early;
            }

            return new SidecarFigures(start, early, MemoryReading.Of(process.Id));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    /// <summary>
    /// CPU time a minute of an agent whose ten static secrets do not change, at the default interval: nothing happens between two rounds of reading, so
    /// rounds are measured that follow each other faster, and their median counts. The start and the first round, which learns what the policy allows,
    /// are not in it.
    /// </summary>
    public static async Task<TimeSpan> IdleCpuAsync(IReadOnlyList<string> command, int seconds)
    {
        await using var vault = await ExampleVault.StartAsync(SandboxTransport.Https, Secrets);
        using var workplace = vault.Workplace();
        workplace.Configuration["exit_after_auth"] = JsonValue.Create(false);
        workplace.Configuration["template_config"] = new JsonObject { ["static_secret_render_interval"] = $"{IdleInterval.TotalSeconds}s" };
        workplace.Save();
        using var process = MeasuredProcess.Start(command, workplace);
        try
        {
            await PublishedAsync(vault, workplace, 0);
            await Task.Delay(IdleInterval * 1.5);
            var rounds = new List<TimeSpan>();
            for (var left = seconds; left > 0; left -= (int)IdleInterval.TotalSeconds)
            {
                vault.Journal.Clear();
                var before = ProcessClock.Cpu(process.Id);
                await Task.Delay(IdleInterval);
                var requests = vault.Journal.All.Count;
                if (requests > 0)
                {
                    rounds.Add((ProcessClock.Cpu(process.Id) - before) / (requests / (double)Secrets));
                }
            }

            rounds.Sort();
            if (rounds.Count == 0)
            {
                throw new InvalidOperationException($"The agent read nothing within {seconds} s.");
            }

            return rounds[rounds.Count / 2] * (60 / DefaultInterval.TotalSeconds);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task PublishedAsync(ExampleVault vault, AgentWorkplace workplace, int generation)
    {
        var started = Stopwatch.GetTimestamp();
        while (!vault.IsPublished(workplace, generation))
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException($"Generation {generation} was not published within {Patience.TotalSeconds} s.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }
}
