using System.Globalization;

namespace Injector.Benchmarks.Agent;

/// <summary>What <c>make bench-agent</c> measures.</summary>
/// <param name="Binary">The published agent.</param>
/// <param name="Compare">Another command that takes <c>-config=FILE</c>, measured in the same run; null: none.</param>
/// <param name="Runs">Starts per figure; the median counts.</param>
internal sealed record AgentBenchmarkOptions(string Binary, string? Compare, int Runs)
{
    private const int DefaultRuns = 15;

    public static AgentBenchmarkOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new AgentBenchmarkOptions("artifacts/agent/injector-agent", null, DefaultRuns);
        for (var index = 0; index + 1 < arguments.Count; index += 2)
        {
            var value = arguments[index + 1];
            options = arguments[index] switch
            {
                "--binary" => options with { Binary = Path.GetFullPath(value) },
                "--compare" => options with { Compare = value },
                "--runs" => options with { Runs = int.Parse(value, CultureInfo.InvariantCulture) },
                var other => throw new ArgumentException($"'{other}' is not an option of the agent benchmark."),
            };
        }

        return options;
    }
}
