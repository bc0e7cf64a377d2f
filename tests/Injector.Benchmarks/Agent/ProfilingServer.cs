using System.Globalization;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault;
using Injector.TestKit.Agents;

namespace Injector.Benchmarks.Agent;

/// <summary>Serves what a start is measured against, for as many starts under a profiler as one likes.</summary>
internal static class ProfilingServer
{
    /// <summary>Serves until the standard input ends; prints the command to run.</summary>
    /// <param name="arguments">Number of secrets, then <c>http</c> or <c>https</c>.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        AgentBenchmark.UseMemoryVolume();
        var secrets = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        await using var vault = await ExampleVault.StartAsync(Enum.Parse<SandboxTransport>(arguments[1], ignoreCase: true), secrets);
        using var workplace = vault.Workplace();
        workplace.Configuration["exit_after_auth"] = JsonValue.Create(true);
        workplace.Save();
        var variables = MeasuredProcess.Environment(workplace).Select(static variable => $"{variable.Key}={variable.Value}");
        await Console.Out.WriteLineAsync($"env -i {string.Join(' ', variables)} injector-agent agent -config={workplace.ConfigurationFile}");
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
