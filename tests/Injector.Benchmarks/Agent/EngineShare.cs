using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Injector.Sandbox.Vault;
using Injector.TestKit.Agents;
using Injector.TestKit.Processes;

namespace Injector.Benchmarks.Agent;

/// <summary>What the template engine adds to the agent: bytes of its binary, and milliseconds of a start.</summary>
internal static partial class EngineShare
{
    private const string Engine = "Injector_Templates";

    /// <returns>Code and data that belong to the engine; null: the binary's symbols are not beside it.</returns>
    public static long? Bytes(string binary)
    {
        var symbols = Path.ChangeExtension(binary, null) + ".dbg";
        return File.Exists(symbols) ? SymbolTable.Read(symbols).BytesOf(Engine) : null;
    }

    /// <returns>Median time of parsing all templates and of all passes over them, as the agent itself reports it at the level <c>trace</c>.</returns>
    public static async Task<TimeSpan> StartAsync(IReadOnlyList<string> command, int secrets, int runs)
    {
        await using var vault = await ExampleVault.StartAsync(SandboxTransport.Http, secrets);
        var times = new List<TimeSpan>();
        for (var run = 0; run < runs; run++)
        {
            using var workplace = vault.Workplace();
            workplace.Configuration["exit_after_auth"] = JsonValue.Create(true);
            workplace.Save();
            var output = new ConcurrentQueue<string>();
            using var process = MeasuredProcess.Start([.. command, "-log-level=trace"], workplace, output.Enqueue);
            await process.WaitForExitAsync();
            var took = TookPattern().Matches(string.Join('\n', output)).Select(static match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
            if (took.Count <= secrets)
            {
                throw new InvalidOperationException($"The agent reported {took.Count} times for {secrets} templates.");
            }

            times.Add(TimeSpan.FromMilliseconds(took.Sum()));
        }

        times.Sort();
        return times[times.Count / 2];
    }

    [GeneratedRegex(@"took=([0-9.]+)ms", RegexOptions.CultureInvariant)]
    private static partial Regex TookPattern();
}
